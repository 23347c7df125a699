// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { post, type Problem } from "../api";
import { verdictWords } from "../words";
import { TokenForm } from "./states";

const doing: Record<string, string> = {
  accepted: "Accept",
  rejected: "Reject",
  open: "Take the verdict back",
};
const asking: Record<string, string> = {
  accepted: "Why do the two really differ?",
  rejected: "Why is this no mixed signal?",
  open: "Why is it open again?",
};

/** Accept or reject with a reason; kept beside the signal, which is not changed. */
export function Verdict({
  target,
  verdict,
  told,
  onJudged,
}: {
  target: string;
  verdict: string | null;
  told: string;
  onJudged: (verdict: string | null) => void;
}) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [why, setWhy] = useState("");
  const [wrong, setWrong] = useState("");
  const [refused, setRefused] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const choose = (value: string) => {
    setChosen(chosen === value ? null : value);
    setWrong("");
  };
  useLayoutEffect(() => field.current?.focus(), [chosen]);
  const keep = async (event?: SubmitEvent) => {
    event?.preventDefault();
    if (chosen === null) return;
    if (why.trim() === "") {
      setWrong("a reason is needed: others will read it");
      field.current?.focus();
      return;
    }
    try {
      await post("/api/overrides", { target, field: "verdict", value: chosen, why: why.trim() });
      onJudged(chosen === "open" ? null : chosen);
      setChosen(null);
      setWhy("");
      setRefused(false);
    } catch (problem) {
      setWrong((problem as Problem).message);
      setRefused((problem as Problem).status === 401);
    }
  };
  const choices = verdict ? ["open"] : ["accepted", "rejected"];
  const id = `why-${target}`;
  return (
    <div class="verdict">
      {verdict && (
        <span class={`verdict-is verdict-${verdict}`}>{verdictWords[verdict] ?? verdict}</span>
      )}
      <div class="verdict-choices" role="group" aria-label={`Your verdict on: ${told}`}>
        {choices.map((value) => (
          <button
            key={value}
            type="button"
            class="button"
            aria-expanded={chosen === value}
            onClick={() => choose(value)}
          >
            {doing[value]}
          </button>
        ))}
      </div>
      {chosen !== null && (
        <form class="verdict-form" onSubmit={keep} noValidate>
          <label for={id}>{asking[chosen]}</label>
          <input
            id={id}
            ref={field}
            value={why}
            dir="auto"
            maxLength={1000}
            autocomplete="off"
            aria-invalid={wrong !== ""}
            aria-describedby={wrong ? `${id}-wrong` : undefined}
            onInput={(event) => setWhy(event.currentTarget.value)}
          />
          <button type="submit" class="button button-strong">
            {chosen === "open" ? "Take back" : `${doing[chosen]} and keep the reason`}
          </button>
          <button type="button" class="button button-plain" onClick={() => setChosen(null)}>
            Cancel
          </button>
          {wrong && (
            <p class="wrong" id={`${id}-wrong`} role="alert">
              {wrong}
            </p>
          )}
        </form>
      )}
      {refused && <TokenForm again={() => void keep()} />}
    </div>
  );
}
