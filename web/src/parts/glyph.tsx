// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import type { Pole } from "../words";

const shapes: Record<Pole, string> = {
  plus: "M8 2.200 14.400 13.400H1.600z",
  minus: "M8 13.800 1.600 2.600h12.800z",
  hedge: "M8 2.600a5.400 5.400 0 1 0 .01 0z",
};

/** The pole by shape and colour; a square for a deed. */
export function glyphShape(pole: Pole, deed: boolean): string {
  return deed ? "M2.600 2.600h10.800v10.800H2.600z" : shapes[pole];
}

/** Hollow where it is hedged, or where the deed is not told as done. */
export function Glyph({
  pole,
  deed = false,
  hollow = false,
}: {
  pole: Pole;
  deed?: boolean;
  hollow?: boolean;
}) {
  return (
    <svg
      class={`glyph pole-${pole}${hollow ? " is-hollow" : ""}`}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
    >
      <path d={glyphShape(pole, deed)} />
    </svg>
  );
}
