// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import { documentPath, rowPath, splitRow } from "../address";
import { sayDays, sayShare } from "../format";
import type { BoardSide } from "../records";
import { commitmentWords, poleOf, poleWords } from "../words";
import { Glyph } from "./glyph";

/** The days as the reader's locale has them, where the server tells them; else in its words. */
export function sideDays(side: BoardSide): string {
  return side.from || side.to
    ? sayDays(side.from ?? null, side.to ?? null)
    : (side.day ?? "no day known");
}

/** Who tells it: the outlet, or where its page lies. */
export function outletOf(told: { outlet: string | null; url: string | null }): string {
  if (told.outlet) return told.outlet;
  const host = told.url && URL.canParse(told.url) ? new URL(told.url).host : "";
  return host || "a page without a named outlet";
}

export function AsTold({
  row,
  told,
}: {
  row: string;
  told: { outlet: string | null; url: string | null };
}) {
  return (
    <p class="as-told">
      as told by{" "}
      <a href={rowPath(row)}>
        <bdi>{outletOf(told)}</bdi>
      </a>
    </p>
  );
}

/** One of the two: the words, who said them, in which office, when, and who tells it. */
export function Quote({
  side,
  sideName,
  deed = false,
}: {
  side: BoardSide;
  sideName: string;
  deed?: boolean;
}) {
  const pole = poleOf(side);
  const sure = pole === "plus" ? side.plus : pole === "minus" ? side.minus : null;
  const firm = side.commitment === null ? "" : commitmentWords[side.commitment];
  return (
    <figure class={`quote quote-${pole}`}>
      <p class="quote-pole">
        <Glyph pole={pole} deed={deed} />
        <span>{poleWords(deed ? "deed" : (side.axis ?? null), pole)}</span>
        {sure !== null && (
          <span class="soft" title="how sure the reader is of this position">
            {sayShare(sure)}
          </span>
        )}
      </p>
      {side.text === "" ? (
        <p class="quote-text soft">
          The text is not kept in this store:{" "}
          <a href={documentPath(splitRow(side.row).document)}>rows and offsets</a>
        </p>
      ) : (
        <blockquote class="quote-text" dir="auto">
          {side.text}
        </blockquote>
      )}
      <figcaption>
        <p class="quote-speaker">
          <bdi>{side.speaker ?? sideName}</bdi>
        </p>
        <p class="quote-office">
          {side.office && (
            <>
              <bdi>{side.office}</bdi>,{" "}
            </>
          )}
          <bdi>{sideName}</bdi>
        </p>
        <p class="quote-when">
          {sideDays(side)}
          {firm && <span class="soft"> · said as {firm}</span>}
        </p>
        <AsTold row={side.row} told={side} />
      </figcaption>
    </figure>
  );
}
