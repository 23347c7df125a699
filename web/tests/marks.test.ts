// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import assert from "node:assert/strict";
import { test } from "node:test";
import { cutPieces, type Layer, type Mark, rowsOf } from "../src/marks";

const mark = (start: number, end: number, row: string, layer: Layer = "content"): Mark => ({
  start,
  end,
  row,
  layer,
});
const told = (marks: Mark[], start = 0, end = 10) =>
  cutPieces(start, end, marks).map(
    (piece) => `${piece.start}-${piece.end}:${rowsOf(piece).join("+")}`,
  );

test("text without marks is one piece", () => {
  assert.deepEqual(told([]), ["0-10:"]);
  assert.deepEqual(told([], 3, 3), []);
});

test("a mark cuts the text at its borders", () => {
  assert.deepEqual(told([mark(2, 5, "s1")]), ["0-2:", "2-5:s1", "5-10:"]);
  assert.deepEqual(told([mark(0, 10, "s1")]), ["0-10:s1"]);
});

test("marks that overlap are cut where they cross, the shortest first", () => {
  assert.deepEqual(told([mark(0, 8, "s1"), mark(4, 10, "s2"), mark(5, 6, "p1")]), [
    "0-4:s1",
    "4-5:s2+s1",
    "5-6:p1+s2+s1",
    "6-8:s2+s1",
    "8-10:s2",
  ]);
});

test("marks that touch stay apart", () => {
  assert.deepEqual(told([mark(0, 4, "s1"), mark(4, 8, "s2")]), ["0-4:s1", "4-8:s2", "8-10:"]);
});

test("empty marks and marks outside are left out, the rest is cut to the block", () => {
  assert.deepEqual(told([mark(5, 5, "s1"), mark(0, 2, "s2"), mark(8, 30, "s3")], 3, 10), [
    "3-8:",
    "8-10:s3",
  ]);
});

test("two marks of one row at one place name it once", () => {
  assert.deepEqual(told([mark(0, 10, "e1", "event"), mark(3, 5, "e1", "trigger")]), [
    "0-3:e1",
    "3-5:e1",
    "5-10:e1",
  ]);
});

test("law: pieces cover the block without gaps, and each lies wholly in its marks", () => {
  let seed = 7;
  const next = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
  for (let round = 0; round < 200; ++round) {
    const marks = Array.from({ length: next(9) }, (_, i) => {
      const start = next(20);
      return mark(start, start + next(8), `s${i}`);
    });
    const pieces = cutPieces(2, 18, marks);
    let at = 2;
    for (const piece of pieces) {
      assert.equal(piece.start, at);
      at = piece.end;
      for (const one of marks) {
        const inside = one.start < one.end && one.start < piece.end && one.end > piece.start;
        assert.equal(
          piece.marks.some((other) => other.row === one.row),
          inside,
        );
        if (inside) assert.ok(one.start <= piece.start && one.end >= piece.end);
      }
    }
    assert.equal(at, 18);
  }
});
