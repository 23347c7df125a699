// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import { geoGraticule10, geoNaturalEarth1, geoPath } from "d3-geo";
import { useMemo, useState } from "preact/hooks";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import land from "world-atlas/land-110m.json";
import { rowPath } from "../address";
import { sayDays, sayNumber } from "../format";
import type { MapEvent } from "../records";
import { poleOfType } from "../words";
import { glyphShape } from "./glyph";
import { moveAlong } from "./roving";
import { useWidth } from "./width";

const nearest = 10; // times the scale of the whole earth
const mostAtPlace = 6;
const mostNames = 30;
const many = 400; // marks are smaller from there on

const coasts = (() => {
  const topology = land as unknown as Topology<{ land: GeometryCollection }>;
  return feature(topology, topology.objects.land);
})();

/** The whole earth, or as near to the points as they allow. */
function makeProjection(points: [number, number][], whole: boolean, width: number, height: number) {
  const projection = geoNaturalEarth1().fitSize([width, height], { type: "Sphere" });
  if (whole || points.length === 0) return projection;
  const most = projection.scale() * nearest;
  projection.fitExtent(
    [
      [40, 40],
      [width - 40, height - 40],
    ],
    { type: "MultiPoint", coordinates: points },
  );
  if (projection.scale() > most || !Number.isFinite(projection.scale())) {
    const middle = (axis: 0 | 1) => {
      const all = points.map((point) => point[axis]);
      return (Math.min(...all) + Math.max(...all)) / 2;
    };
    projection.scale(most).translate([0, 0]);
    const [x, y] = projection([middle(0), middle(1)])!;
    projection.translate([width / 2 - x, height / 2 - y]);
  }
  return projection.clipExtent([
    [0, 0],
    [width, height],
  ]);
}

interface Mark {
  event: MapEvent;
  x: number;
  y: number;
}
interface Words {
  text: string;
  x: number;
  y: number;
}

/** Events of one place stand side by side, the first few of them. */
function placeMarks(
  events: readonly MapEvent[],
  project: (at: [number, number]) => [number, number] | null,
) {
  const places = new Map<string, MapEvent[]>();
  for (const event of events) {
    const key = `${event.lat} ${event.lon}`;
    places.set(key, [...(places.get(key) ?? []), event]);
  }
  const marks: Mark[] = [],
    words: Words[] = [];
  for (const group of places.values()) {
    const at = project([group[0]!.lon, group[0]!.lat]);
    if (!at) continue;
    const shown = group.slice(0, mostAtPlace);
    shown.forEach((event, index) => marks.push({ event, x: at[0] + 14 * index, y: at[1] }));
    const rest = group.length - shown.length;
    const text = [rest > 0 && `+${sayNumber(rest)}`, places.size <= mostNames && group[0]!.place]
      .filter(Boolean)
      .join(" ");
    const label = { text, x: at[0] + 14 * shown.length - 3, y: at[1] + 4 };
    const hidden = words.some(
      (other) => Math.abs(other.y - label.y) < 13 && Math.abs(other.x - label.x) < 90,
    );
    if (text && !hidden) words.push(label);
  }
  return { marks, words };
}

function EventMark({
  mark,
  first,
  size,
  onShow,
}: {
  mark: Mark;
  first: boolean;
  size: number;
  onShow: (event: MapEvent) => void;
}) {
  const { event, x, y } = mark;
  const pole = poleOfType(event.type);
  return (
    <a
      class={`ruler-point pole-${pole}`}
      href={rowPath(event.row)}
      tabIndex={first ? 0 : -1}
      aria-label={`${event.type}, ${event.place}, ${sayDays(event.from, event.to)}: ${event.text}`}
      onMouseEnter={() => onShow(event)}
      onFocus={() => onShow(event)}
    >
      <rect
        class="ruler-hit"
        x={x - 0.75 * size}
        y={y - 0.75 * size}
        width={1.5 * size}
        height={1.5 * size}
      />
      <path
        class="ruler-glyph"
        transform={`translate(${x - size / 2} ${y - size / 2}) scale(${size / 16})`}
        d={glyphShape(pole, true)}
      />
    </a>
  );
}

/** Events as points on coastlines; `all` sets the view, so that it stays while days are chosen. */
export function World({
  events,
  all,
  whole,
}: {
  events: MapEvent[];
  all: MapEvent[];
  whole: boolean;
}) {
  const [shown, setShown] = useState<MapEvent | null>(null);
  const [frame, width] = useWidth();
  const height = Math.max(260, Math.round(width / 2));
  const drawn = useMemo(() => {
    const projection = makeProjection(
      all.map((one) => [one.lon, one.lat]),
      whole,
      width,
      height,
    );
    const path = geoPath(projection);
    return { projection, coast: path(coasts) ?? "", net: path(geoGraticule10()) ?? "" };
  }, [all, whole, width]);
  const { marks, words } = placeMarks(events, drawn.projection);
  return (
    <>
      <div ref={frame} class="world">
        <svg
          width={width}
          height={height}
          role="group"
          aria-label="Events on the map"
          onKeyDown={moveAlong}
        >
          <path class="world-net" d={drawn.net} />
          <path class="world-land" d={drawn.coast} />
          {marks.map((mark, index) => (
            <EventMark
              key={mark.event.row}
              mark={mark}
              first={index === 0}
              size={marks.length > many ? 7 : 12}
              onShow={setShown}
            />
          ))}
          {words.map(({ text, x, y }) => (
            <text key={`${x} ${y}`} class="world-words" x={x} y={y}>
              {text}
            </text>
          ))}
        </svg>
      </div>
      <p class="ruler-line" aria-live="polite">
        {shown ? (
          <span>
            <strong>{shown.type}</strong>, <bdi>{shown.place}</bdi>, {sayDays(shown.from, shown.to)}
            : <q dir="auto">{shown.text}</q>
          </span>
        ) : (
          <span class="soft">
            Point at a mark, or go there with Tab and along with the arrow keys. Coastlines only: no
            borders are drawn.
          </span>
        )}
      </p>
    </>
  );
}
