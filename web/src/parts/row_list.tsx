// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from "preact/hooks";
import type { CodePoints } from "../codepoints";
import { sayDays } from "../format";
import { type RecordRow, wordsSpans } from "../record_rows";
import type { PageRecord } from "../records";
import { isDone, poleOf, poleOfType, sayAct } from "../words";
import { actorName, Explain } from "./explain";
import { Glyph } from "./glyph";
import type { Lit } from "./marked_text";

const beside = matchMedia("(min-width: 64.001rem)");

function wordsOf(row: RecordRow, points: CodePoints): string {
  return wordsSpans(row)
    .map(([start, end]) => points.slice(start, end))
    .join(" … ");
}

/** A row in one line. */
export function RowLine({
  row,
  record,
  points,
}: {
  row: RecordRow;
  record: PageRecord;
  points: CodePoints;
}) {
  const words = wordsOf(row, points);
  switch (row.kind) {
    case "statement": {
      const { value } = row;
      return (
        <span class="row-line">
          {value.axis ? <Glyph pole={poleOf(value.pole)} /> : <span class="glyph" />}
          <span>
            <strong>
              <bdi>{actorName(record, value.speaker)}</bdi>
            </strong>{" "}
            <span class="row-act">{sayAct(value.act)}</span>{" "}
            <span class="row-words" dir="auto">
              {words}
            </span>
          </span>
        </span>
      );
    }
    case "event": {
      const { value } = row;
      const list = (ids: string[]) =>
        ids.length > 0 ? ids.map((id) => actorName(record, id)).join(", ") : "nobody named";
      return (
        <span class="row-line">
          <Glyph pole={poleOfType(value.type)} hollow={!isDone(value.status)} deed />
          <span>
            <strong>
              <bdi>{list(value.actors)}</bdi>
            </strong>{" "}
            <span class="row-act">{value.type}</span>{" "}
            <strong>
              <bdi>{list(value.recipients)}</bdi>
            </strong>
            {value.status !== "actual" && <span class="soft"> {value.status}</span>}{" "}
            <span class="row-words" dir="auto">
              {words}
            </span>
          </span>
        </span>
      );
    }
    case "place":
      return (
        <span class="row-line">
          <span>
            <strong>
              <bdi>{row.value.name}</bdi>
            </strong>{" "}
            <span class="soft">place</span>
          </span>
        </span>
      );
    case "time":
      return (
        <span class="row-line">
          <span>
            <strong dir="auto">{words || row.value.value}</strong>{" "}
            <span class="soft">{sayDays(row.value.from, row.value.to)}</span>
          </span>
        </span>
      );
  }
}

function Item({
  row,
  record,
  points,
  stored,
  lit,
}: {
  row: RecordRow;
  record: PageRecord;
  points: CodePoints;
  stored: boolean;
  lit: Lit;
}) {
  const open = lit.chosen === row.id;
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // Only where the list stands beside the text: else the text would jump away.
    if (open && beside.matches) item.current?.scrollIntoView({ block: "nearest" });
  }, [open]);
  return (
    <li
      ref={item}
      id={`row-${row.id}`}
      class={`row row-${row.kind}${open ? " is-open" : ""}${lit.hover === row.id ? " is-lit" : ""}`}
      onMouseEnter={() => lit.onHover(row.id)}
      onMouseLeave={() => lit.onHover(null)}
    >
      <button
        type="button"
        class="row-button"
        aria-expanded={open}
        onFocus={() => lit.onHover(row.id)}
        onBlur={() => lit.onHover(null)}
        onClick={() => lit.onChoose(row.id)}
      >
        <RowLine row={row} record={record} points={points} />
        <span class="row-id" aria-hidden="true">
          {row.id}
        </span>
      </button>
      {open && <Explain row={row} record={record} points={points} stored={stored} />}
    </li>
  );
}

export function RowList(props: {
  title: string;
  rows: RecordRow[];
  record: PageRecord;
  points: CodePoints;
  stored: boolean;
  lit: Lit;
}) {
  const { title, rows, ...rest } = props;
  return (
    <ol class="rows" aria-label={title}>
      {rows.map((row) => (
        <Item key={row.id} row={row} {...rest} />
      ))}
    </ol>
  );
}
