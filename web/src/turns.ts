// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
// Where a position turns, and whose points a line has. Pure.
import type { Point, Row, Statement } from "./records";
import { poleOf } from "./words";

/** Neighbours in time at opposite poles of one axis; hedged points between them do not count. */
export function findTurns(points: readonly Point[]): [before: Point, after: Point][] {
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

/** The line of an official: what he said, above the deeds of his side. That of a side has all. */
export function lineOf(points: readonly Point[], speaker: string | null): Point[] {
  return points.filter((point) => speaker === null || point.deed || point.speaker === speaker);
}

/** The issues that rows speak about, those with the most rows first. */
export function issuesOf(rows: readonly Row[]): string[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const issue = row.kind === "statement" ? (row.value as Statement).issue : null;
    if (issue) counts.set(issue, (counts.get(issue) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([issue]) => issue);
}
