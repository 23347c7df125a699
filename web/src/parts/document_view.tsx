// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import { useEffect, useMemo, useState } from "preact/hooks";
import { CodePoints } from "../codepoints";
import { sayNumber, sayPublished } from "../format";
import { setFields } from "../navigate";
import { marksOf, type RecordRow, rowsOfRecord } from "../record_rows";
import type { PageRecord } from "../records";
import { layerWords } from "../words";
import { type Lit, MarkedText } from "./marked_text";
import { RowLine, RowList } from "./row_list";
import { Empty } from "./states";

function offOf(fields: Record<string, string>): Set<string> {
  return new Set((fields.off ?? "").split(",").filter(Boolean));
}

/** The legend is the switch of its layers. */
function Legend({ off, furniture, cut }: { off: Set<string>; furniture: boolean; cut: number }) {
  const turn = (layer: string) => {
    const next = new Set(off);
    if (!next.delete(layer)) next.add(layer);
    setFields({ off: [...next].join(",") }, false);
  };
  return (
    <div class="legend" role="group" aria-label="Layers of the text">
      {layerWords.map(([layer, words]) => (
        <label key={layer} class="legend-item">
          <input type="checkbox" checked={!off.has(layer)} onChange={() => turn(layer)} />
          <span class={off.has(layer) ? "" : `m m-${layer}`}>{words}</span>
        </label>
      ))}
      {cut > 0 && (
        <label class="legend-item">
          <input
            type="checkbox"
            checked={furniture}
            onChange={() => setFields({ furniture: furniture ? undefined : "1" }, false)}
          />
          <span>what was cut ({sayNumber(cut)})</span>
        </label>
      )}
    </div>
  );
}

function Masthead({ record }: { record: PageRecord }) {
  const url = record.canonical_url ?? record.url;
  const web = url && /^https?:/.test(url) ? url : null;
  const published = record.published?.value;
  const parts = [
    record.site && <bdi>{record.site}</bdi>,
    published && <time dateTime={published}>{sayPublished(published)}</time>,
    record.authors.length > 0 && (
      <bdi>{record.authors.map((author) => author.name).join(", ")}</bdi>
    ),
    web ? (
      <a href={web} rel="noreferrer" class="break">
        {web}
      </a>
    ) : (
      record.input.path && <span class="break">{record.input.path}</span>
    ),
  ].filter(Boolean);
  return (
    <p class="masthead soft">
      {parts.map((part, index) => (
        <span key={index}>{part}</span>
      ))}
    </p>
  );
}

/** The words of a row are brought into view where they are not. */
function showMark(row: string, block: ScrollLogicalPosition = "nearest"): void {
  document.querySelector(`.page-text [data-rows~="${CSS.escape(row)}"]`)?.scrollIntoView({ block });
}

function showRow(row: string): void {
  const button = document.querySelector<HTMLElement>(`#row-${CSS.escape(row)} button`);
  if (button?.getAttribute("aria-expanded") === "false") button.click();
  button?.focus();
  button?.scrollIntoView({ block: "nearest" });
}

/** The row that is pointed at, under the text; else the one that is chosen. */
function Peek({
  row,
  chosen,
  record,
  points,
}: {
  row: RecordRow | undefined;
  chosen: boolean;
  record: PageRecord;
  points: CodePoints;
}) {
  const shown = row ? ` is-shown${chosen ? " is-chosen" : ""}` : "";
  return (
    <div class={`peek${shown}`} aria-live="polite">
      {row && <RowLine row={row} record={record} points={points} />}
      {row && (
        <button type="button" class="button" onClick={() => showRow(row.id)}>
          Why?
        </button>
      )}
    </div>
  );
}

/** A page with what was read in it, the rows beside it. `stored`: its readings can be asked for. */
export function DocumentView({
  record,
  fields,
  stored,
}: {
  record: PageRecord;
  fields: Record<string, string>;
  stored: boolean;
}) {
  const points = useMemo(() => new CodePoints(record.text), [record]);
  const rows = useMemo(() => rowsOfRecord(record), [record]);
  const [hover, setHover] = useState<string | null>(null);
  const off = offOf(fields);
  const marks = useMemo(() => marksOf(rows, off), [rows, fields.off]);
  const chosen = fields.row ?? null;
  const lit: Lit = {
    hover,
    chosen,
    onHover: setHover,
    onChoose: (row) => {
      setFields({ row: row === chosen ? undefined : row }, false);
      if (row !== chosen) showMark(row);
    },
  };
  useEffect(() => {
    if (chosen) showMark(chosen, "center"); // whoever follows a link to a row sees its words
  }, [record]);
  const told = rows.filter((row) => row.kind === "statement" || row.kind === "event");
  const others = rows.filter((row) => row.kind === "place" || row.kind === "time");
  const list = { record, points, stored, lit };
  const hasText = record.text !== "";
  return (
    <>
      <h1 dir="auto">{record.title ?? "A page without a title"}</h1>
      <Masthead record={record} />
      {record.notes.length > 0 && (
        <details class="notes">
          <summary>
            {sayNumber(record.notes.length)} {record.notes.length === 1 ? "note" : "notes"} on how
            it was read
          </summary>
          <ul>
            {record.notes.map((note, index) => (
              <li key={index}>
                {note.message} <code>{note.stage}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
      {hasText && (
        <Legend off={off} furniture={fields.furniture === "1"} cut={record.furniture.length} />
      )}
      <div class={hasText ? "document" : "document document-bare"}>
        {hasText ? (
          <div class="document-text">
            <MarkedText
              record={record}
              points={points}
              marks={marks}
              furniture={fields.furniture === "1"}
              lit={lit}
            />
            <Peek
              row={rows.find((row) => row.id === (hover ?? chosen))}
              chosen={(hover ?? chosen) === chosen}
              record={record}
              points={points}
            />
          </div>
        ) : (
          <p class="soft">
            The store keeps no text of this page: here are its rows, with offsets in code points.
          </p>
        )}
        <div class="document-rows">
          <h2>Statements and events</h2>
          {told.length > 0 ? (
            <RowList title="Statements and events" rows={told} {...list} />
          ) : (
            <Empty title="None in this text">
              <p class="soft">
                The program found no statement and no event here. It reads them in languages that it
                has a model for; the notes above say more.
              </p>
            </Empty>
          )}
          {others.length > 0 && (
            <details class="others" open={others.some((row) => row.id === chosen)}>
              <summary>Places and times ({sayNumber(others.length)})</summary>
              <RowList title="Places and times" rows={others} {...list} />
            </details>
          )}
        </div>
      </div>
    </>
  );
}
