// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import { geoNaturalEarth1, geoPath, geoGraticule10 } from "d3-geo";
import { useEffect, useMemo, useState } from "preact/hooks";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import land from "world-atlas/land-110m.json";
import { type Address, documentPath, rowPath, writeQuery } from "../address";
import { get, type Problem } from "../api";
import { dayOf, sayDay, sayDays, sayNumber } from "../format";
import { type Names, useNames } from "../names";
import { setFields } from "../navigate";
import { glyphShape } from "../parts/glyph";
import { Empty, Trouble } from "../parts/states";
import { type Column, Table } from "../parts/table";
import type { PageRecord, StoredDocument } from "../records";
import type { Pole } from "../words";

const mostPages = 50;
const width = 960, height = 480;

interface Happening {
  row: string;
  type: string;
  pole: Pole;
  who: string;
  place: string;
  lon: number;
  lat: number;
  from: string | null;
  to: string | null;
  title: string;
}

function happeningsOf(record: PageRecord, names: Names): Happening[] {
  const known = (id: string) => record.actors.find((actor) => actor.id === id)?.name ?? names.name(id);
  return record.events.flatMap((event) => {
    const place = record.places.find((one) => one.id === event.place);
    if (!place || place.lat === null || place.lon === null) return [];
    return [{
      row: `${record.id}#${event.id}`, type: event.type,
      pole: event.quad === 4 ? "minus" : event.quad === 2 ? "plus" : "hedge",
      who: event.actors.map(known).join(", ") || "nobody named", place: place.name,
      lon: place.lon, lat: place.lat, from: event.time.from, to: event.time.to, title: record.title ?? "",
    } satisfies Happening];
  });
}

/** Places of the events of the pages that were read last. */
function useHappenings(names: Names) {
  const [state, setState] = useState<{ all: Happening[] | null; problem: Problem | null }>({ all: null, problem: null });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    const load = async () => {
      const pages = await get<{ items: StoredDocument[] }>(`/api/documents${writeQuery({ limit: String(mostPages) })}`, stop.signal);
      const all: Happening[] = [];
      for (const page of pages.items) {
        all.push(...happeningsOf(await get<PageRecord>(`/api${documentPath(page.id)}`, stop.signal), names));
      }
      setState({ all, problem: null });
    };
    load().catch((problem: Problem) => {
      if (!stop.signal.aborted) setState({ all: null, problem });
    });
    return () => stop.abort();
  }, [names, turn]);
  return { ...state, again: () => setTurn(turn + 1) };
}

const dayMs = 86_400_000;

/** Two sliders over the days that there are. */
function Brush({ first, last, fields }: { first: number; last: number; fields: Record<string, string> }) {
  const days = Math.round((last - first) / dayMs);
  const indexOf = (day: string | undefined, none: number) => {
    const date = day ? dayOf(day) : null;
    return date ? Math.round((date.getTime() - first) / dayMs) : none;
  };
  const dayAt = (index: number) => new Date(first + index * dayMs).toISOString().slice(0, 10);
  const from = indexOf(fields.from, 0), to = indexOf(fields.to, days);
  return (
    <div class="brush" role="group" aria-label="Days shown">
      <label class="field field-wide"><span>from {sayDay(dayAt(from))}</span>
        <input type="range" min="0" max={days} value={from} aria-valuetext={sayDay(dayAt(from))}
          onInput={(event) => setFields({ from: Number(event.currentTarget.value) > 0 ? dayAt(Math.min(Number(event.currentTarget.value), to)) : undefined }, false)} />
      </label>
      <label class="field field-wide"><span>to {sayDay(dayAt(to))}</span>
        <input type="range" min="0" max={days} value={to} aria-valuetext={sayDay(dayAt(to))}
          onInput={(event) => setFields({ to: Number(event.currentTarget.value) < days ? dayAt(Math.max(Number(event.currentTarget.value), from)) : undefined }, false)} />
      </label>
    </div>
  );
}

function World({ happenings }: { happenings: Happening[] }) {
  const [shown, setShown] = useState<Happening | null>(null);
  const { path, coast, net, project } = useMemo(() => {
    const topology = land as unknown as Topology<{ land: GeometryCollection }>;
    const projection = geoNaturalEarth1().fitSize([width, height], { type: "Sphere" });
    return { path: geoPath(projection), coast: feature(topology, topology.objects.land), net: geoGraticule10(), project: projection };
  }, []);
  return (
    <>
      <svg class="world" viewBox={`0 0 ${width} ${height}`} role="group" aria-label="Events on the map">
        <path class="world-net" d={path(net) ?? ""} />
        <path class="world-land" d={path(coast) ?? ""} />
        {happenings.map((one) => {
          const at = project([one.lon, one.lat]);
          return at && (
            <a key={one.row} class={`ruler-point pole-${one.pole}`} href={rowPath(one.row)} aria-label={`${one.who}: ${one.type}, ${one.place}, ${sayDays(one.from, one.to)}`}
              onMouseEnter={() => setShown(one)} onFocus={() => setShown(one)}>
              <circle class="ruler-hit" cx={at[0]} cy={at[1]} r="9" />
              <path class="ruler-glyph" transform={`translate(${at[0] - 6} ${at[1] - 6}) scale(.75)`} d={glyphShape(one.pole, true)} />
            </a>
          );
        })}
      </svg>
      <p class="ruler-line" aria-live="polite">
        {shown
          ? <span><strong><bdi>{shown.who}</bdi></strong> {shown.type}, <bdi>{shown.place}</bdi>, {sayDays(shown.from, shown.to)} <span class="soft"><bdi>{shown.title}</bdi></span></span>
          : <span class="soft">Point at a mark, or move to it with Tab. Coastlines only: no borders are drawn.</span>}
      </p>
    </>
  );
}

const columns: Column<Happening>[] = [
  { id: "day", name: "days", cell: (one) => sayDays(one.from, one.to), by: (one) => one.from ?? one.to ?? "" },
  { id: "place", name: "place", cell: (one) => <bdi>{one.place}</bdi>, by: (one) => one.place },
  { id: "who", name: "who", cell: (one) => <bdi>{one.who}</bdi>, by: (one) => one.who },
  { id: "type", name: "what", cell: (one) => one.type, by: (one) => one.type },
  { id: "title", name: "told in", wide: true, cell: (one) => <a href={rowPath(one.row)} dir="auto">{one.title || one.row}</a>, by: (one) => one.title },
];

function MapView({ all, fields }: { all: Happening[]; fields: Record<string, string> }) {
  if (all.length === 0) {
    return (
      <Empty title="No event of these pages has a known place">
        <p>Read pages that tell where something happened: <code>demarche read --into STORE PAGES</code>.</p>
      </Empty>
    );
  }
  const times = all.flatMap((one) => [one.from, one.to]).flatMap((day) => (day && dayOf(day)?.getTime()) || []);
  const inside = all.filter((one) => {
    const first = one.from ?? one.to, last = one.to ?? one.from;
    if (!first || !last) return !fields.from && !fields.to;
    return (!fields.from || last >= fields.from) && (!fields.to || first <= fields.to);
  });
  return (
    <>
      {times.length > 0 && <Brush first={Math.min(...times)} last={Math.max(...times)} fields={fields} />}
      <World happenings={inside} />
      <p class="count soft" role="status">{sayNumber(inside.length)} of {sayNumber(all.length)} events</p>
      <Table caption="The same events as a table" rows={inside} columns={columns} sort={fields.sort ?? ""} keyOf={(one) => one.row} />
    </>
  );
}

export function MapPage({ address }: { address: Address }) {
  const names = useNames();
  const { all, problem, again } = useHappenings(names);
  return (
    <>
      <h1>Where it happened</h1>
      <p class="lede">Events with a known place, of the {mostPages} pages at the top of the list under <a href="/status">Status</a>.</p>
      {problem ? <Trouble problem={problem} again={again} /> : all === null ? <p class="loading" role="status">Loading …</p> : <MapView all={all} fields={address.fields} />}
    </>
  );
}
