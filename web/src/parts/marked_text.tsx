// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import { Fragment } from "preact";
import type { CodePoints } from "../codepoints";
import { cutPieces, type Mark, type Piece, rowsOf } from "../marks";
import type { Block, PageRecord } from "../records";

export interface Lit {
  hover: string | null;
  chosen: string | null;
  onHover: (row: string | null) => void;
  onChoose: (row: string) => void;
}

/** Where Tab stops: at the first word that shows a statement or an event. */
function findStops(marks: readonly Mark[]): Map<string, number> {
  const stops = new Map<string, number>();
  for (const layer of ["trigger", "event", "cue", "content", "hedge", "speaker"]) {
    for (const mark of marks) {
      if (mark.layer === layer && !stops.has(mark.row)) stops.set(mark.row, mark.start);
    }
  }
  return stops;
}

function PieceOf({
  piece,
  points,
  stops,
  lit,
}: {
  piece: Piece;
  points: CodePoints;
  stops: Map<string, number>;
  lit: Lit;
}) {
  const text = points.slice(piece.start, piece.end);
  if (piece.marks.length === 0) return <>{text}</>;
  const rows = rowsOf(piece);
  const stop = rows.find((row) => stops.get(row) === piece.start);
  const layers = [...new Set(piece.marks.map((mark) => `m-${mark.layer}`))].join(" ");
  const shown = rows.some((row) => row === lit.hover || row === lit.chosen);
  // A second click goes to the row behind the first.
  const next = rows[(rows.indexOf(lit.chosen ?? "") + 1) % rows.length]!;
  const choose = () => lit.onChoose(stop ?? next);
  return (
    <span
      class={`m ${layers}${shown ? " is-lit" : ""}`}
      data-rows={rows.join(" ")}
      {...(stop && {
        role: "button",
        tabIndex: 0,
        "aria-pressed": lit.chosen === stop,
        onFocus: () => lit.onHover(stop),
        onBlur: () => lit.onHover(null),
        onKeyDown: (event: KeyboardEvent) => {
          if (event.key !== "Enter" && event.key !== " ") return;
          event.preventDefault();
          lit.onChoose(stop);
        },
      })}
      onMouseEnter={() => lit.onHover(rows[0]!)}
      onMouseLeave={() => lit.onHover(null)}
      onClick={choose}
    >
      {text}
    </span>
  );
}

function Furniture({ items }: { items: PageRecord["furniture"] }) {
  return (
    <div class="furniture" role="note" aria-label="Cut as furniture">
      {items.map((item, index) => (
        <p key={index}>
          <span class="furniture-kind">{item.kind.replace("_", " ")}</span> <bdi>{item.text}</bdi>
        </p>
      ))}
    </div>
  );
}

/** Blocks that cover the text: a page without blocks is one. */
function blocksOf(record: PageRecord, points: CodePoints): Block[] {
  if (record.blocks.length > 0) return record.blocks;
  return [{ start: 0, end: points.count, kind: "body", repeats: null }];
}

/** The text of a page with what was read in it. */
export function MarkedText({
  record,
  points,
  marks,
  furniture,
  lit,
}: {
  record: PageRecord;
  points: CodePoints;
  marks: Mark[];
  furniture: boolean;
  lit: Lit;
}) {
  const stops = findStops(marks);
  const blocks = blocksOf(record, points);
  let told = 0;
  const before = (at: number) => {
    const items = record.furniture.filter((item) => item.at >= told && item.at < at);
    told = at;
    return furniture && items.length > 0 ? <Furniture items={items} /> : null;
  };
  return (
    <div class="page-text" lang={record.language ?? undefined}>
      {blocks.map((block) => {
        const inside = marks.filter((mark) => mark.start < block.end && mark.end > block.start);
        const beside = before(block.start + 1);
        return (
          <Fragment key={block.start}>
            {beside}
            <p class={`block block-${block.kind}`} dir="auto">
              {cutPieces(block.start, block.end, inside).map((piece) => (
                <PieceOf key={piece.start} piece={piece} points={points} stops={stops} lit={lit} />
              ))}
            </p>
          </Fragment>
        );
      })}
      {before(Number.MAX_SAFE_INTEGER)}
    </div>
  );
}
