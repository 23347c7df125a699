// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import { type Address, actorPath, writeQuery } from "../address";
import { useLoaded } from "../api";
import { sayNumber } from "../format";
import { type Names, useNames } from "../names";
import { useTitle } from "../navigate";
import { IssueLine } from "../parts/issue_line";
import { Await, Empty } from "../parts/states";
import { Table } from "../parts/table";
import type { Actor, Issue, Row, Statement } from "../records";
import { issuesOf } from "../turns";
import { rowColumns } from "./search";

const most = 500; // rows
const mostLines = 12;

function Speakers({ rows, names, self }: { rows: Row[]; names: Names; self: string }) {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const speaker = row.kind === "statement" ? (row.value as Statement).speaker : null;
    if (speaker && speaker !== self && names.known(speaker))
      counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  }
  if (counts.size === 0) return null;
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  return (
    <p class="fact">
      Who spoke for it:{" "}
      {sorted.map(([id, count], index) => (
        <span key={id}>
          {index > 0 && ", "}
          <a href={actorPath(id)}>
            <bdi>{names.name(id)}</bdi>
          </a>{" "}
          <span class="soft">{sayNumber(count)}</span>
        </span>
      ))}
    </p>
  );
}

/** Rows of an official are his own; those of a side are of all who spoke for it. */
function useRows(actor: Actor, own: Row[]): Row[] {
  const isSide = actor.id === actor.side;
  const query = writeQuery({ side: actor.id, limit: String(most) });
  const said = useLoaded<{ items: Row[] }>(isSide ? `/api/statements${query}` : null);
  const done = useLoaded<{ items: Row[] }>(isSide ? `/api/events${query}` : null);
  const all = new Map(
    [...own, ...(said.value?.items ?? []), ...(done.value?.items ?? [])].map((row) => [
      row.row,
      row,
    ]),
  );
  return [...all.values()].sort((a, b) =>
    (a.from ?? a.to ?? "").localeCompare(b.from ?? b.to ?? ""),
  );
}

function byRows(issues: readonly Issue[]): string[] {
  return [...issues].sort((a, b) => b.rows - a.rows).map((issue) => issue.id);
}

function ActorView({
  actor,
  own,
  fields,
  names,
}: {
  actor: Actor;
  own: Row[];
  fields: Record<string, string>;
  names: Names;
}) {
  const rows = useRows(actor, own);
  const issues = useLoaded<{ items: Issue[] }>(
    `/api/issues${writeQuery({ side: actor.side ?? undefined, limit: "1000" })}`,
  );
  const known = issues.value?.items ?? [];
  const isSide = actor.id === actor.side;
  const lines = isSide ? byRows(known) : issuesOf(rows);
  const counterparts = known
    .filter((issue) => lines.includes(issue.id))
    .flatMap((issue) => issue.counterparts);
  const side = actor.side && actor.side !== actor.id ? actor.side : null;
  return (
    <>
      <h1>
        <bdi>{actor.name}</bdi>
      </h1>
      <p class="lede">
        {[actor.kind === "person" ? actor.authority : actor.kind, actor.role]
          .filter(Boolean)
          .join(", ")}
        {side && (
          <>
            {" "}
            of{" "}
            <a href={actorPath(side)}>
              <bdi>{names.name(side)}</bdi>
            </a>
          </>
        )}
      </p>
      <Speakers rows={rows} names={names} self={actor.id} />
      {counterparts.length > 0 && (
        <p class="fact">
          Speaks about:{" "}
          {[...new Set(counterparts)].map((id, index) => (
            <span key={id}>
              {index > 0 && ", "}
              <a href={actorPath(id)}>
                <bdi>{names.name(id)}</bdi>
              </a>
            </span>
          ))}
        </p>
      )}
      {actor.side && (
        <p class="fact">
          <a href={`/signals${writeQuery({ side: actor.side })}`}>
            Signals of <bdi>{names.name(actor.side)}</bdi>
          </a>
        </p>
      )}
      {lines.slice(0, mostLines).map((id) => (
        <IssueLine key={id} id={id} speaker={isSide ? null : actor.id} names={names} />
      ))}
      {lines.length > mostLines && actor.side && (
        <p class="fact">
          <a href={`/issues${writeQuery({ side: actor.side })}`}>
            All {sayNumber(known.length)} issues of <bdi>{names.name(actor.side)}</bdi>
          </a>
        </p>
      )}
      <section aria-labelledby="all-rows">
        <h2 id="all-rows">All statements and events</h2>
        {rows.length > 0 ? (
          <Table
            caption="All statements and events"
            rows={rows}
            columns={rowColumns(names)}
            sort={fields.sort ?? ""}
            keyOf={(row) => row.row}
          />
        ) : (
          <Empty title="Nothing was said or done under this name">
            <p>The store knows the name from mentions alone.</p>
          </Empty>
        )}
      </section>
    </>
  );
}

export function ActorPage({ address }: { address: Address }) {
  const answer = useLoaded<{ actor: Actor; rows: Row[] }>(`/api${actorPath(address.id)}`);
  const names = useNames();
  useTitle(answer.value?.actor.name ?? null);
  return (
    <Await of={answer}>
      {(value) => (
        <ActorView actor={value.actor} own={value.rows} fields={address.fields} names={names} />
      )}
    </Await>
  );
}
