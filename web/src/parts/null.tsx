// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import { sayNumber, sayShare } from "../format";
import type { NullDistribution } from "../records";

const width = 400;
const height = 80;

/** What the side's own history on the issue gives: a bar for each bin of scores, the signal marked. */
export function Null({ found, score }: { found: NullDistribution | null; score: number | null }) {
  if (!found || score === null) {
    return (
      <p class="soft">
        {score === null
          ? "A threat left open has no score to compare."
          : "Too little to tell: it takes five positions of this side on the issue."}
      </p>
    );
  }
  const most = Math.max(...found.counts, 1);
  const step = width / found.counts.length;
  const told =
    `Of ${sayNumber(found.pairs)} pairs of this side's own ${sayNumber(found.readings)} positions ` +
    `on the issue, ${sayShare(found.share)} differ at least as much as these two.`;
  return (
    <>
      <p>{told} The smaller the share, the newer the split.</p>
      <svg class="null" viewBox={`0 -4 ${width} ${height + 24}`} role="img" aria-label={told}>
        {found.counts.map((count, at) => (
          <rect
            key={at}
            x={at * step + 1}
            y={height - (count / most) * height}
            width={step - 2}
            height={(count / most) * height}
            fill="currentColor"
            opacity=".45"
          />
        ))}
        <line x1="0" x2={width} y1={height} y2={height} stroke="currentColor" />
        <line
          x1={score * width}
          x2={score * width}
          y1="-4"
          y2={height}
          stroke="currentColor"
          stroke-width="2"
          stroke-dasharray="4 3"
        />
        <text x="0" y={height + 16} font-size="12" fill="currentColor">
          0
        </text>
        <text x={width} y={height + 16} font-size="12" fill="currentColor" text-anchor="end">
          1
        </text>
        <text
          x={score * width}
          y={height + 16}
          font-size="12"
          fill="currentColor"
          text-anchor="middle"
        >
          this signal
        </text>
      </svg>
    </>
  );
}
