// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import assert from "node:assert/strict";
import { test } from "node:test";
import { sortRows } from "../src/parts/table";

import type { Point, Row, Statement } from "../src/records";
import { layOut, makeTicks } from "../src/ruler_layout";
import { findTurns, issuesOf, lineOf } from "../src/turns";
import { gapWords, poleOf } from "../src/words";

const point = (
  row: string,
  day: string | null,
  plus: number,
  minus: number,
  more: Partial<Point> = {},
): Point => ({
  row,
  deed: false,
  speaker: "P1",
  name: "Ivar Brandt",
  office: null,
  act: "assert",
  axis: "outlook",
  plus,
  minus,
  polarity: null,
  commitment: 3,
  from: day,
  to: day,
  text: "",
  outlet: null,
  url: null,
  ...more,
});

test("a pole needs half of the probability", () => {
  assert.equal(poleOf({ plus: 0.5, minus: 0.4 }), "plus");
  assert.equal(poleOf({ plus: 0.4, minus: 0.93 }), "minus");
  assert.equal(poleOf({ plus: 0.3, minus: 0.3 }), "hedge");
  assert.equal(poleOf(null), "hedge");
});

test("a line turns between opposite poles of one axis; hedged points are passed over", () => {
  const turns = findTurns([
    point("a", "2031-03-01", 0.9, 0),
    point("b", "2031-03-02", 0.2, 0.2),
    point("c", "2031-03-03", 0, 0.9),
    point("d", "2031-03-04", 0.9, 0, { axis: "force" }),
    point("e", "2031-03-05", 0, 0.9),
  ]);
  assert.deepEqual(
    turns.map(([before, after]) => before.row + after.row),
    ["ac"],
  );
});

test("an official's line has his words and his side's deeds, a side's line has all", () => {
  const points = [
    point("a", "2031-03-01", 0.9, 0),
    point("b", "2031-03-02", 0.9, 0, { speaker: "P2" }),
    point("c", "2031-03-03", 0, 0.9, { speaker: null, deed: true }),
  ];
  const rows = (speaker: string | null) => lineOf(points, speaker).map((one) => one.row);
  assert.deepEqual(rows("P1"), ["a", "c"]);
  assert.deepEqual(rows(null), ["a", "b", "c"]);
});

test("issues come by the number of their rows; events and statements without one do not count", () => {
  const row = (kind: string, issue: string | null): Row => ({
    document: "d",
    row: "d#s1",
    kind,
    side: "NOV",
    from: null,
    to: null,
    text: "",
    value: { issue } as Statement,
  });
  const rows = [row("statement", "i1"), row("statement", "i2"), row("statement", null)];
  assert.deepEqual(issuesOf([...rows, row("statement", "i2"), row("event", "i3")]), ["i2", "i1"]);
});

test("points of one day are stacked, speakers have lanes, deeds come last", () => {
  const layout = layOut(
    [
      point("a", "2031-03-01", 0.9, 0),
      point("b", "2031-03-01", 0, 0.9),
      point("c", "2031-03-09", 0.9, 0, { deed: true }),
      point("d", "2031-03-09", 0.9, 0, { name: "Tomas Hellen" }),
      point("e", null, 0.9, 0),
    ],
    600,
    "Norvenia",
  );
  assert.deepEqual(
    layout.lanes.map((lane) => lane.name),
    ["Ivar Brandt", "Tomas Hellen", "deeds"],
  );
  const [a, b] = layout.lanes[0]!.placed;
  assert.equal(a!.x, b!.x);
  assert.notEqual(a!.y, b!.y);
  assert.deepEqual(
    layout.undated.map((one) => one.row),
    ["e"],
  );
  for (const lane of layout.lanes)
    for (const one of lane.placed) assert.ok(one.x >= 0 && one.x <= 600);
});

test("no dated point is no error", () => {
  assert.deepEqual(layOut([point("e", null, 0.9, 0)], 600, "Norvenia").lanes, []);
});

test("an axis has a few round days", () => {
  const day = (text: string) => Date.parse(`${text}T00:00:00Z`);
  const ticks = (first: string, last: string) =>
    makeTicks(day(first), day(last), 6).map((time) => new Date(time).toISOString().slice(0, 10));
  assert.deepEqual(ticks("2031-03-12", "2031-03-15"), [
    "2031-03-12",
    "2031-03-13",
    "2031-03-14",
    "2031-03-15",
  ]);
  assert.deepEqual(ticks("2031-01-15", "2031-05-20"), [
    "2031-02-01",
    "2031-03-01",
    "2031-04-01",
    "2031-05-01",
  ]);
  for (const last of ["2031-06-01", "2034-01-01", "2099-01-01"])
    assert.ok(ticks("2031-01-01", last).length <= 8, last);
});

test("the time between is told in hours, then in days", () => {
  const number = (value: number) => String(value);
  assert.equal(gapWords(0, number), "on the same days");
  assert.equal(gapWords(1, number), "1 hour apart");
  assert.equal(gapWords(30, number), "30 hours apart");
  assert.equal(gapWords(120, number), "5 days apart");
  assert.equal(gapWords(null, number), "");
});

test("tables sort by numbers and by words, up and down, and keep their order where they cannot", () => {
  const columns = [
    { id: "n", name: "n", cell: () => null, by: (row: { n: number }) => row.n },
    { id: "m", name: "m", cell: () => null },
  ];
  const rows = [{ n: 10 }, { n: 9 }, { n: 11 }];
  assert.deepEqual(
    sortRows(rows, columns, "n").map((row) => row.n),
    [9, 10, 11],
  );
  assert.deepEqual(
    sortRows(rows, columns, "-n").map((row) => row.n),
    [11, 10, 9],
  );
  assert.deepEqual(
    sortRows(rows, columns, "m").map((row) => row.n),
    [10, 9, 11],
  );
});
