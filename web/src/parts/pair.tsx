// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import { sayNumber, sayShare } from "../format";
import type { Names } from "../names";
import type { BoardItem } from "../records";
import { gapWords, statusDoc, statusWords } from "../words";
import { Quote } from "./quote";

/** The two quotes face to face, with the time between them. */
export function Pair({ item, names }: { item: BoardItem; names: Names }) {
  const { signal, a, b } = item;
  const sideName = names.name(signal.side);
  const deed = (row: string) => /#e\d+$/.test(row);
  return (
    <div class={b ? "pair" : "pair pair-single"}>
      <Quote side={a} sideName={sideName} deed={deed(a.row)} />
      {b && (
        <>
          <p class="between">
            <span>{gapWords(signal.terms.window, sayNumber)}</span>
          </p>
          <Quote side={b} sideName={sideName} deed={deed(b.row)} />
        </>
      )}
    </div>
  );
}

export function StatusChip({ status }: { status: string }) {
  return (
    <span class={`chip chip-${status}`} title={statusDoc[status]}>
      {statusWords[status] ?? status}
    </span>
  );
}

/** The score with the marks of watch (.3) and flag (.6). */
export function Score({ score }: { score: number | null }) {
  if (score === null) return <p class="score soft">no score</p>;
  return (
    <p class="score">
      <span class="score-label">reader’s score</span>
      <strong>{sayShare(score)}</strong>
      <svg class="meter" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect class="meter-all" width="100" height="8" />
        <rect class="meter-part" width={100 * score} height="8" />
        <path class="meter-marks" d="M30 0v8M60 0v8" />
      </svg>
    </p>
  );
}
