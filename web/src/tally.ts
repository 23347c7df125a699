// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
// Pages by source and by day. Pure.
import type { StoredDocument } from "./records";

export interface Tally {
  name: string;
  count: number;
  first: string; // day, or empty
  last: string;
}

export function tallyBy(
  pages: readonly StoredDocument[],
  nameOf: (page: StoredDocument) => string,
): Tally[] {
  const all = new Map<string, Tally>();
  for (const page of pages) {
    const name = nameOf(page);
    const day = page.day ?? "";
    const one = all.get(name) ?? { name, count: 0, first: day, last: day };
    one.count += 1;
    if (day !== "" && (one.first === "" || day < one.first)) one.first = day;
    if (day > one.last) one.last = day;
    all.set(name, one);
  }
  return [...all.values()].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
}
