// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState } from "preact/hooks";
import type { Address } from "../address";
import { post, type Problem } from "../api";
import { DocumentView } from "../parts/document_view";
import { Trouble } from "../parts/states";
import type { PageRecord } from "../records";

const kinds = [
  ["html", "a web page (HTML)"],
  ["page", "text of a page, menus and all"],
  ["prose", "clean text, nothing to cut"],
] as const;

function guessKind(text: string): string {
  return /^\s*<(!doctype|html|head|body|\?xml|article|div|p)\b/i.test(text) ? "html" : "page";
}

const dayPattern = /^\d{4}-\d\d-\d\d$/;

export function TryPage({ address }: { address: Address }) {
  const [text, setText] = useState("");
  const [kind, setKind] = useState("");
  const [date, setDate] = useState("");
  const [url, setUrl] = useState("");
  const [over, setOver] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [record, setRecord] = useState<PageRecord | null>(null);
  const result = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (record) result.current?.focus();
  }, [record]);
  const take = async (file: File | undefined) => {
    if (file) setText(await file.text());
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const words = event.dataTransfer?.getData("text/plain");
    if (words) setText(words);
    else void take(event.dataTransfer?.files[0]);
  };
  const read = async (event?: SubmitEvent) => {
    event?.preventDefault();
    if (text.trim() === "") return;
    setBusy(true);
    setProblem(null);
    const page: Record<string, string> = { [kind || guessKind(text)]: text };
    if (dayPattern.test(date)) page.date = date;
    if (url.trim()) page.url = url.trim();
    try {
      setRecord(await post<PageRecord>("/api/try", page));
    } catch (failed) {
      setProblem(failed as Problem);
    }
    setBusy(false);
  };
  return (
    <>
      <h1>Try it</h1>
      <p class="lede">
        Paste a page, or drop a file: what is read in it is shown at once, and kept nowhere.
      </p>
      <form
        class={`try${over ? " is-over" : ""}`}
        onSubmit={read}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <label class="field field-wide">
          <span>The page</span>
          <textarea
            rows={record ? 4 : 12}
            value={text}
            dir="auto"
            spellcheck={false}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <div class="try-row">
          <label class="field">
            <span>What it is</span>
            <select value={kind} onChange={(event) => setKind(event.currentTarget.value)}>
              <option value="">
                as it looks: {kinds.find(([id]) => id === guessKind(text))?.[1]}
              </option>
              {kinds.map(([id, words]) => (
                <option key={id} value={id}>
                  {words}
                </option>
              ))}
            </select>
          </label>
          <label class="field">
            <span>published on, if known</span>
            <input
              type="date"
              value={date}
              onChange={(event) => setDate(event.currentTarget.value)}
            />
          </label>
          <label class="field">
            <span>address, if known</span>
            <input type="url" value={url} onInput={(event) => setUrl(event.currentTarget.value)} />
          </label>
          <label class="field">
            <span>or a file</span>
            <input
              type="file"
              accept=".html,.htm,.txt,text/*"
              onChange={(event) => void take(event.currentTarget.files?.[0])}
            />
          </label>
          <button type="submit" class="button button-strong" disabled={busy || text.trim() === ""}>
            {busy ? "Reading …" : "Read it"}
          </button>
        </div>
      </form>
      {problem && <Trouble problem={problem} again={() => void read()} />}
      {record && (
        <div ref={result} tabIndex={-1} class="try-result">
          <DocumentView record={record} fields={address.fields} stored={false} />
        </div>
      )}
    </>
  );
}
