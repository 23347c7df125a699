// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Lines of an actor: the points of each issue in time, and where the position turns. Pure.
import type { Event, Point, Row, Statement } from "./records";
import { poleOf } from "./words";

export interface Line {
  issue: string | null;
  points: Point[];
  turns: [before: Point, after: Point][];
}

export function pointOf(row: Row, name: string): Point {
  const common = {
    row: row.row,
    name,
    office: null,
    from: row.from,
    to: row.to,
    text: row.text,
    outlet: null,
    url: null,
  };
  if (row.kind === "statement") {
    const value = row.value as Statement;
    return {
      ...common,
      deed: false,
      speaker: value.speaker,
      act: value.act,
      axis: value.axis ?? "",
      plus: value.pole?.plus ?? 0,
      minus: value.pole?.minus ?? 0,
      polarity: value.polarity,
      commitment: value.commitment,
    };
  }
  const value = row.value as Event;
  return {
    ...common,
    deed: true,
    speaker: value.actors[0] ?? null,
    act: value.type,
    axis: "deed",
    polarity: null,
    commitment: null,
    plus: value.quad === 2 ? value.confidence : 0,
    minus: value.quad === 4 ? value.confidence : 0,
  };
}

/** Neighbours in time at opposite poles of one axis; hedged points between them do not count. */
export function findTurns(points: readonly Point[]): [Point, Point][] {
  const turns: [Point, Point][] = [];
  const last = new Map<string, Point>();
  for (const point of points) {
    if (point.deed || poleOf(point) === "hedge") continue;
    const before = last.get(point.axis);
    if (before && poleOf(before) !== poleOf(point)) turns.push([before, point]);
    last.set(point.axis, point);
  }
  return turns;
}

/** Statements by issue, each in order of time; the longest line first. Rows without an axis stay out. */
export function linesOf(rows: readonly Row[], nameOf: (row: Row) => string): Line[] {
  const by = new Map<string | null, Point[]>();
  for (const row of rows) {
    if (row.kind !== "statement") continue;
    const value = row.value as Statement;
    if (!value.axis || !value.issue) continue;
    by.set(value.issue, [...(by.get(value.issue) ?? []), pointOf(row, nameOf(row))]);
  }
  const lines = [...by].map(([issue, points]): Line => {
    const sorted = points.sort((a, b) =>
      (a.from ?? a.to ?? "").localeCompare(b.from ?? b.to ?? ""),
    );
    return { issue, points: sorted, turns: findTurns(sorted) };
  });
  return lines.sort((a, b) => b.points.length - a.points.length);
}

/** What was done, not said: material events of these rows that the page tells as fact. */
export function deedsOf(rows: readonly Row[], nameOf: (row: Row) => string): Point[] {
  return rows
    .filter((row) => row.kind === "event")
    .filter((row) => {
      const value = row.value as Event;
      return (
        (value.quad === 2 || value.quad === 4) &&
        value.claimed_by === null &&
        ["actual", "ongoing"].includes(value.status)
      );
    })
    .map((row) => pointOf(row, nameOf(row)));
}
