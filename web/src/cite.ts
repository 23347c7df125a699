// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// A citation of a signal in plain words. Pure.
import { sayDays } from "./format";
import type { BoardItem, BoardSide } from "./records";

function citeSide(side: BoardSide, sideName: string): string {
  const who = [side.speaker ?? sideName, side.office].filter(Boolean).join(", ");
  const when =
    side.from || side.to
      ? sayDays(side.from ?? null, side.to ?? null)
      : (side.day ?? "no day known");
  const told = `as told by ${side.outlet ?? "a page without a named outlet"}`;
  return `${who} (${when}): ${side.text || "[text not kept]"} [${told}${side.url ? `, ${side.url}` : ""}; row ${side.row}]`;
}

export function citeSignal(
  item: BoardItem,
  kind: string,
  issue: string,
  sideName: string,
  link: string,
  today: string,
): string {
  const { signal, a, b } = item;
  const score = signal.score === null ? "listed without a score" : `reader's score ${signal.score}`;
  const by =
    signal.asserted_by === "outlet"
      ? "the outlet says that the positions differ"
      : "found by the program";
  return [
    `${kind}. ${issue}.`,
    citeSide(a, sideName),
    ...(b ? [citeSide(b, sideName)] : []),
    `${score}; ${by}. demarche, signal ${signal.id}, ${link}, seen on ${today}.`,
  ].join("\n");
}
