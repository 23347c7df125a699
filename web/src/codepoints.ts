// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
//
// Records count Unicode code points; strings here count UTF-16 units.

export class CodePoints {
  /** Where each code point starts, and the end; null where both counts are the same. */
  private readonly starts: Uint32Array | null;
  readonly count: number;

  constructor(readonly text: string) {
    if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) {
      this.starts = null;
      this.count = text.length;
      return;
    }
    const starts: number[] = [];
    let at = 0;
    for (const point of text) {
      starts.push(at);
      at += point.length;
    }
    starts.push(at);
    this.starts = Uint32Array.from(starts);
    this.count = starts.length - 1;
  }

  /** The index of a code point in the string; past the end gives the end. */
  index(point: number): number {
    const inside = Math.max(0, Math.min(point, this.count));
    return this.starts ? (this.starts[inside] ?? this.text.length) : inside;
  }

  slice(start: number, end: number): string {
    return this.text.slice(this.index(start), this.index(end));
  }
}
