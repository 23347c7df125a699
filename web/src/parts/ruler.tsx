// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { rowPath } from "../address";
import { sayDay, sayDays, sayShare } from "../format";
import type { Point } from "../records";
import { layOut, type Lane, type Placed } from "../ruler_layout";
import { type Pole, poleOf, poleWords } from "../words";
import { Glyph, glyphShape } from "./glyph";
import { moveAlong } from "./roving";
import { useWidth } from "./width";

function pointWords(point: Point): string {
  const pole = poleWords(point.deed ? "deed" : point.axis, poleOf(point));
  return `${point.name ?? "the side"}, ${sayDays(point.from, point.to)}: ${pole}. ${point.text}`;
}

function Mark({
  placed,
  ringed,
  first,
  onShow,
}: {
  placed: Placed;
  ringed: boolean;
  first: boolean;
  onShow: (point: Point) => void;
}) {
  const { point, x, left, right, y } = placed;
  const pole = poleOf(point);
  return (
    <a
      class={`ruler-point pole-${pole}`}
      href={rowPath(point.row)}
      tabIndex={first ? 0 : -1}
      aria-label={pointWords(point)}
      onMouseEnter={() => onShow(point)}
      onFocus={() => onShow(point)}
    >
      {right - left > 4 && <path class="ruler-span" d={`M${left} ${y}H${right}`} />}
      <rect class="ruler-hit" x={x - 9} y={y - 9} width="18" height="18" />
      {ringed && <circle class="ruler-ring" cx={x} cy={y} r="9.500" />}
      <path
        class="ruler-glyph"
        transform={`translate(${x - 6.5} ${y - 6.5}) scale(.81)`}
        d={glyphShape(pole, point.deed)}
      />
    </a>
  );
}

function Plot({
  lanes,
  ticks,
  width,
  height,
  ringed,
  onShow,
}: {
  lanes: Lane[];
  ticks: { x: number; day: string }[];
  width: number;
  height: number;
  ringed: readonly string[];
  onShow: (point: Point) => void;
}) {
  const head = 18; // a lane's name stands above it
  const tall = height + lanes.length * head;
  return (
    <svg
      class="ruler-plot"
      width={width}
      height={tall + 28}
      role="group"
      aria-label="Time ruler"
      onKeyDown={moveAlong}
    >
      {ticks.map((tick) => (
        <g key={tick.day} class="ruler-tick">
          <path d={`M${tick.x} 0V${tall + 4}`} />
          <text x={Math.min(width - 40, Math.max(40, tick.x))} y={tall + 20} text-anchor="middle">
            {sayDay(tick.day)}
          </text>
        </g>
      ))}
      {lanes.map((lane, index) => (
        <g key={lane.name} transform={`translate(0 ${(index + 1) * head})`}>
          <text class="ruler-name" x="0" y={lane.top - 5}>
            {lane.name}
          </text>
          {lane.placed.map((placed, at) => (
            <Mark
              key={placed.point.row}
              placed={placed}
              first={index + at === 0}
              ringed={ringed.includes(placed.point.row)}
              onShow={onShow}
            />
          ))}
        </g>
      ))}
    </svg>
  );
}

/** Only what is there to see. */
function Key({ points }: { points: readonly Point[] }) {
  const axes = [...new Set(points.filter((point) => !point.deed).map((point) => point.axis))];
  const words = (pole: Pole) => [...new Set(axes.map((axis) => poleWords(axis, pole)))].join("; ");
  const deeds = points.some((point) => point.deed);
  return (
    <ul class="key" aria-label="Key">
      {axes.length > 0 && (
        <>
          <li>
            <Glyph pole="plus" />
            {words("plus")}
          </li>
          <li>
            <Glyph pole="minus" />
            {words("minus")}
          </li>
          <li>
            <Glyph pole="hedge" />
            hollow: hedged
          </li>
        </>
      )}
      {deeds && (
        <li>
          <Glyph pole="plus" deed />
          deed: {poleWords("deed", "plus")}
        </li>
      )}
      {deeds && (
        <li>
          <Glyph pole="minus" deed />
          deed: {poleWords("deed", "minus")}
        </li>
      )}
    </ul>
  );
}

function PointTable({ points }: { points: readonly Point[] }) {
  return (
    <details class="as-table">
      <summary>The same as a table</summary>
      <div class="table-frame" role="group" aria-label="Points as a table" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">days</th>
              <th scope="col">who</th>
              <th scope="col">position</th>
              <th scope="col">words</th>
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.row}>
                <td class="tight">{sayDays(point.from, point.to)}</td>
                <td class="tight">
                  <bdi>{point.name ?? ""}</bdi>
                </td>
                <td>{poleWords(point.deed ? "deed" : point.axis, poleOf(point))}</td>
                <td class="wide">
                  <a href={rowPath(point.row)} dir="auto">
                    {point.text || point.row}
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** All that was said and done on one issue, in time; `ringed` rows are those of the signal. */
export function Ruler({
  points,
  ringed = [],
  sideName,
}: {
  points: readonly Point[];
  ringed?: readonly string[];
  sideName: string;
}) {
  const [frame, width] = useWidth();
  const [shown, setShown] = useState<Point | null>(null);
  const { lanes, ticks, height, undated } = layOut(points, width, sideName);
  return (
    <div class="ruler">
      <Key points={points} />
      <div ref={frame}>
        {lanes.length > 0 && (
          <Plot
            lanes={lanes}
            ticks={ticks}
            width={width}
            height={height}
            ringed={ringed}
            onShow={setShown}
          />
        )}
      </div>
      <p class="ruler-line" aria-live="polite">
        {shown ? (
          <>
            <Glyph pole={poleOf(shown)} deed={shown.deed} />
            <span>
              <strong>
                <bdi>{shown.name ?? sideName}</bdi>
              </strong>
              , {sayDays(shown.from, shown.to)}: <q dir="auto">{shown.text}</q>{" "}
              <span class="soft">
                + {sayShare(shown.plus)} / − {sayShare(shown.minus)}
              </span>
            </span>
          </>
        ) : (
          <span class="soft">
            Point at a mark to read it, or go there with Tab and along with the arrow keys; follow
            it to see it in its page.
          </span>
        )}
      </p>
      {undated.length > 0 && (
        <p class="soft">{undated.length} without a known day: see the table.</p>
      )}
      <PointTable points={points} />
    </div>
  );
}
