// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import { type Address, rowPath, writeQuery } from "../address";
import { useLoaded } from "../api";
import { dayOf, sayDays, sayNumber } from "../format";
import { type Names, useNames } from "../names";
import { setFields } from "../navigate";
import { Brush } from "../parts/brush";
import { Choice } from "../parts/fields";
import { Glyph } from "../parts/glyph";
import { Await, Empty } from "../parts/states";
import { type Column, Table } from "../parts/table";
import { World } from "../parts/world";
import type { MapEvent } from "../records";
import { eventTypes } from "../words";

const mostRows = 500; // of the table
const mostEvents = 5000; // of the server

function columns(names: Names): Column<MapEvent>[] {
  return [
    {
      id: "day",
      name: "days",
      tight: true,
      cell: (one) => sayDays(one.from, one.to),
      by: (one) => one.from ?? one.to ?? "",
    },
    { id: "place", name: "place", cell: (one) => <bdi>{one.place}</bdi>, by: (one) => one.place },
    { id: "what", name: "what", cell: (one) => one.type, by: (one) => one.type },
    {
      id: "side",
      name: "side",
      cell: (one) => <bdi>{one.side ? names.name(one.side) : "–"}</bdi>,
      by: (one) => one.side ?? "",
    },
    {
      id: "words",
      name: "words",
      wide: true,
      cell: (one) => (
        <a href={rowPath(one.row)} dir="auto">
          {one.text || one.row}
        </a>
      ),
      by: (one) => one.text,
    },
  ];
}

function isWithin(one: MapEvent, from: string | undefined, to: string | undefined): boolean {
  const first = one.from ?? one.to,
    last = one.to ?? one.from;
  if (!first || !last) return !from && !to;
  return (!from || last >= from) && (!to || first <= to);
}

function MapView({
  all,
  fields,
  names,
}: {
  all: MapEvent[];
  fields: Record<string, string>;
  names: Names;
}) {
  if (all.length === 0) {
    return (
      <Empty title="No event here has a known place">
        <p>
          <a href="/map">Clear the filters</a>, or read pages that tell where something happened:{" "}
          <code>demarche read --into STORE PAGES</code>.
        </p>
      </Empty>
    );
  }
  const times = all
    .flatMap((one) => [one.from, one.to])
    .flatMap((day) => (day && dayOf(day)?.getTime()) || []);
  const [first, last] = times.reduce(
    ([low, high], time) => [Math.min(low, time), Math.max(high, time)],
    [Infinity, -Infinity],
  );
  const inside = all.filter((one) => isWithin(one, fields.from, fields.to));
  const whole = fields.view === "world";
  return (
    <>
      {times.length > 0 && <Brush first={first!} last={last!} fields={fields} />}
      <label class="legend-item">
        <input
          type="checkbox"
          checked={whole}
          onChange={() => setFields({ view: whole ? undefined : "world" }, false)}
        />
        <span>the whole earth</span>
      </label>
      <World events={inside} all={all} whole={whole} />
      <ul class="key" aria-label="Key">
        <li>
          <Glyph pole="plus" deed />
          material cooperation
        </li>
        <li>
          <Glyph pole="minus" deed />
          material conflict
        </li>
        <li>
          <Glyph pole="hedge" deed />
          words alone
        </li>
      </ul>
      <p class="count soft" role="status">
        {sayNumber(inside.length)} of {all.length >= mostEvents && "the first "}
        {sayNumber(all.length)} events
        {inside.length > mostRows && `, the first ${sayNumber(mostRows)} in the table`}
      </p>
      <Table
        caption="The same events as a table"
        rows={inside.slice(0, mostRows)}
        columns={columns(names)}
        sort={fields.sort ?? ""}
        keyOf={(one) => one.row}
      />
    </>
  );
}

export function MapPage({ address }: { address: Address }) {
  const { fields } = address;
  const names = useNames();
  const events = useLoaded<{ items: MapEvent[] }>(
    `/api/map${writeQuery({ side: fields.side, type: fields.type })}`,
  );
  const sides = names.sides.map((side) => [side.id, side.name] as const);
  return (
    <>
      <h1>Where it happened</h1>
      <p class="lede">Events with a known place, as the pages tell them.</p>
      <form class="filters" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
        <Choice name="side" label="side" value={fields.side} options={sides} />
        <Choice
          name="type"
          label="what"
          value={fields.type}
          options={eventTypes.map((type) => [type, type])}
        />
      </form>
      <Await of={events}>
        {({ items }) => <MapView all={items} fields={fields} names={names} />}
      </Await>
    </>
  );
}
