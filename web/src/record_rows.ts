// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// The rows of a record as a reader meets them: in order of the text, with the marks that show them.
// Pure.
import type { Layer, Mark } from "./marks";
import type { Event, PageRecord, Place, Span, Statement, Time } from "./records";

export type RecordRow =
  | { kind: "statement"; id: string; at: number; value: Statement }
  | { kind: "event"; id: string; at: number; value: Event }
  | { kind: "place"; id: string; at: number; value: Place }
  | { kind: "time"; id: string; at: number; value: Time };

function firstOf(...lists: Span[][]): number {
  const starts = lists.flat().map(([start]) => start);
  return starts.length > 0 ? Math.min(...starts) : Number.MAX_SAFE_INTEGER;
}

export function rowsOfRecord(record: PageRecord): RecordRow[] {
  const rows: RecordRow[] = [
    ...record.statements.map((value): RecordRow => ({
      kind: "statement",
      id: value.id,
      at: firstOf(value.source, value.cue, value.content),
      value,
    })),
    ...record.events.map((value): RecordRow => ({
      kind: "event",
      id: value.id,
      at: firstOf(value.evidence, value.trigger ? [value.trigger] : []),
      value,
    })),
    ...record.places.map((value): RecordRow => ({
      kind: "place",
      id: value.id,
      at: value.start,
      value,
    })),
    ...record.times.map((value): RecordRow => ({
      kind: "time",
      id: value.id,
      at: value.start,
      value,
    })),
  ];
  return rows.sort((a, b) => a.at - b.at);
}

/** The spans of a row by what they are. */
export function spansOf(row: RecordRow): [layer: Layer, spans: Span[]][] {
  switch (row.kind) {
    case "statement":
      return [
        ["speaker", row.value.source],
        ["cue", row.value.cue],
        [row.value.polarity === 0 ? "hedge" : "content", row.value.content],
        ["condition", row.value.conditions],
      ];
    case "event":
      return [
        ["event", row.value.evidence],
        ["trigger", row.value.trigger ? [row.value.trigger] : []],
      ];
    case "place":
    case "time":
      return [[row.kind, [[row.value.start, row.value.end]]]];
  }
}

/** The marks of all rows, without the layers that are switched off. A trigger goes with its event. */
export function marksOf(rows: readonly RecordRow[], off: ReadonlySet<string>): Mark[] {
  const marks: Mark[] = [];
  for (const row of rows) {
    for (const [layer, spans] of spansOf(row)) {
      if (off.has(layer === "trigger" ? "event" : layer)) continue;
      for (const [start, end] of spans) marks.push({ start, end, layer, row: row.id });
    }
  }
  return marks;
}

/** Code points of a row's own words: what was said, or what shows the event. */
export function wordsSpans(row: RecordRow): Span[] {
  if (row.kind === "statement") return row.value.content;
  if (row.kind === "event") return row.value.evidence;
  return [[row.value.start, row.value.end]];
}
