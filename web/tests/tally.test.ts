// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import assert from "node:assert/strict";
import { test } from "node:test";
import type { StoredDocument } from "../src/records";
import { tallyBy } from "../src/tally";

const page = (outlet: string | null, day: string | null): StoredDocument => ({
  id: "d",
  url: null,
  title: null,
  outlet,
  day,
  language: "en",
  path: null,
});

test("pages are counted by source, the most first, with their first and last day", () => {
  const pages = [
    page("Harrow Mirror", "2031-03-18"),
    page("Kestrel Courier", null),
    page("Kestrel Courier", "2031-03-13"),
    page("Kestrel Courier", "2031-03-02"),
    page(null, null),
  ];
  assert.deepEqual(
    tallyBy(pages, (one) => one.outlet ?? ""),
    [
      { name: "Kestrel Courier", count: 3, first: "2031-03-02", last: "2031-03-13" },
      { name: "", count: 1, first: "", last: "" },
      { name: "Harrow Mirror", count: 1, first: "2031-03-18", last: "2031-03-18" },
    ],
  );
  assert.deepEqual(
    tallyBy([], () => ""),
    [],
  );
});
