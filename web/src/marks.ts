// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
//
// Marks overlap: a place stands in a speaker, an event in what was said. The text is cut at every
// border, so that each piece lies wholly inside or outside of each mark. Pure.

export type Layer =
  "speaker" | "cue" | "content" | "hedge" | "condition" | "event" | "trigger" | "place" | "time";

export interface Mark {
  start: number; // code points, half open
  end: number;
  layer: Layer;
  row: string;
}

export interface Piece {
  start: number;
  end: number;
  marks: Mark[]; // the shortest first
}

/** Pieces of [start, end) in order, without gaps. Marks that are empty or outside are left out. */
export function cutPieces(start: number, end: number, marks: readonly Mark[]): Piece[] {
  const inside = marks
    .map((mark) => ({ ...mark, start: Math.max(mark.start, start), end: Math.min(mark.end, end) }))
    .filter((mark) => mark.start < mark.end);
  const borders = new Set([start, end]);
  for (const mark of inside) borders.add(mark.start).add(mark.end);
  const sorted = [...borders].sort((a, b) => a - b);
  const waiting = inside.sort((a, b) => a.start - b.start);
  const pieces: Piece[] = [];
  let open: Mark[] = [];
  let next = 0;
  for (let i = 0; i + 1 < sorted.length; ++i) {
    const from = sorted[i]!;
    open = open.filter((mark) => mark.end > from);
    for (; next < waiting.length && waiting[next]!.start === from; ++next)
      open.push(waiting[next]!);
    pieces.push({ start: from, end: sorted[i + 1]!, marks: [...open].sort(byLength) });
  }
  return pieces;
}

function byLength(a: Mark, b: Mark): number {
  return a.end - a.start - (b.end - b.start);
}

/** The rows at a piece, the one with the shortest mark first. */
export function rowsOf(piece: Piece): string[] {
  return [...new Set(piece.marks.map((mark) => mark.row))];
}
