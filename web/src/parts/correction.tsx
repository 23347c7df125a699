// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { post, type Problem } from "../api";
import { TokenForm } from "./states";

const correctable = [
  ["speaker", "who spoke"],
  ["polarity", "the position (1, 0 or -1)"],
  ["said", "the day it was said"],
  ["issue", "the issue"],
  ["content", "the words that were said"],
  ["other", "something else"],
] as const;

/** Keeps a correction beside a row; the row itself is never edited. */
export function Correction({
  rows,
  onKept,
}: {
  rows: readonly (readonly [row: string, words: string])[];
  onKept: () => void;
}) {
  const [row, setRow] = useState(rows[0]?.[0] ?? "");
  const [field, setField] = useState("speaker");
  const [value, setValue] = useState("");
  const [why, setWhy] = useState("");
  const [told, setTold] = useState<{ wrong: boolean; words: string; refused?: boolean } | null>(
    null,
  );
  const keep = async (event?: SubmitEvent) => {
    event?.preventDefault();
    if (!value.trim() || !why.trim())
      return setTold({ wrong: true, words: "both the right value and a reason are needed" });
    try {
      await post("/api/overrides", { target: row, field, value: value.trim(), why: why.trim() });
      setValue("");
      setWhy("");
      setTold({ wrong: false, words: "kept beside the row" });
      onKept();
    } catch (problem) {
      const { message, status } = problem as Problem;
      setTold({ wrong: true, words: message, refused: status === 401 });
    }
  };
  const form = (
    <form class="correction" onSubmit={keep} noValidate>
      <label class="field">
        <span>Of which statement</span>
        <select value={row} onChange={(event) => setRow(event.currentTarget.value)}>
          {rows.map(([id, words]) => (
            <option key={id} value={id}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>What is wrong</span>
        <select value={field} onChange={(event) => setField(event.currentTarget.value)}>
          {correctable.map(([id, words]) => (
            <option key={id} value={id}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>What it should be</span>
        <input
          value={value}
          dir="auto"
          maxLength={1000}
          onInput={(event) => setValue(event.currentTarget.value)}
        />
      </label>
      <label class="field field-wide">
        <span>How one can tell</span>
        <input
          value={why}
          dir="auto"
          maxLength={1000}
          onInput={(event) => setWhy(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button">
        Keep the correction
      </button>
      {told && (
        <p class={told.wrong ? "wrong" : "kept"} role={told.wrong ? "alert" : "status"}>
          {told.words}
        </p>
      )}
    </form>
  );
  return (
    <>
      {form}
      {told?.refused && <TokenForm again={() => void keep()} />}
    </>
  );
}
