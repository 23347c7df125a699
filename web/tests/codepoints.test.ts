// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import assert from "node:assert/strict";
import { test } from "node:test";
import { CodePoints } from "../src/codepoints";

test("offsets count code points, not the units of a string", () => {
  const points = new CodePoints("a🚢b𝒳c");
  assert.equal(points.count, 5);
  assert.equal(points.slice(1, 2), "🚢");
  assert.equal(points.slice(2, 4), "b𝒳");
  assert.equal(points.slice(4, 5), "c");
});

test("slices agree with the array of code points on every pair", () => {
  for (const text of ["", "plain", "é̱x", "🚢🚢", "x🚢", "🇳🇴 ש", "\ud83d lone"]) {
    const all = [...text];
    const points = new CodePoints(text);
    assert.equal(points.count, all.length, text);
    for (let start = 0; start <= all.length; ++start)
      for (let end = start; end <= all.length; ++end)
        assert.equal(points.slice(start, end), all.slice(start, end).join(""));
  }
});

test("offsets outside of the text end at its border", () => {
  const points = new CodePoints("a🚢");
  assert.equal(points.slice(1, 99), "🚢");
  assert.equal(points.slice(5, 9), "");
  assert.equal(points.slice(-3, 1), "a");
});
