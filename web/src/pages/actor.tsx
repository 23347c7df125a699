// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import { type Address, actorPath, issuePath, writeQuery } from "../address";
import { useLoaded } from "../api";
import { sayDays, sayNumber } from "../format";
import { type Names, sayIssue, useNames } from "../names";
import { useTitle } from "../navigate";
import { Ruler } from "../parts/ruler";
import { Await, Empty } from "../parts/states";
import { Table } from "../parts/table";
import { deedsOf, type Line, linesOf } from "../points";
import type { Actor, Issue, Row, Statement } from "../records";
import { poleOf, poleWords } from "../words";
import { rowColumns, whoOf } from "./search";

const most = 500;

function Turns({ line }: { line: Line }) {
  if (line.turns.length === 0) return null;
  return (
    <ul class="turns">
      {line.turns.map(([before, after]) => (
        <li key={after.row}>
          Turning point:{" "}
          {before.name !== after.name && (
            <>
              <bdi>{before.name}</bdi>,{" "}
            </>
          )}
          {poleWords(before.axis, poleOf(before))} ({sayDays(before.from, before.to)}), then{" "}
          {before.name !== after.name && (
            <>
              <bdi>{after.name}</bdi>,{" "}
            </>
          )}
          {poleWords(after.axis, poleOf(after))} ({sayDays(after.from, after.to)}).
        </li>
      ))}
    </ul>
  );
}

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
  const nameOf = (row: Row) => whoOf(row, names);
  const lines = linesOf(rows, nameOf);
  const deeds = deedsOf(rows, nameOf);
  const known = issues.value?.items ?? [];
  const counterparts = [...new Set(known.flatMap((issue) => issue.counterparts))];
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
          {counterparts.map((id, index) => (
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
      {lines.map((line) => {
        const label = known.find((issue) => issue.id === line.issue)?.label ?? null;
        return (
          <section key={line.issue} aria-label={sayIssue(label, names)}>
            <h2>
              {line.issue ? (
                <a href={issuePath(line.issue)}>
                  <bdi>{sayIssue(label, names)}</bdi>
                </a>
              ) : (
                sayIssue(label, names)
              )}
            </h2>
            <Turns line={line} />
            <Ruler points={line.points} sideName={names.name(actor.side)} />
          </section>
        );
      })}
      {deeds.length > 0 && (
        <section aria-labelledby="deeds">
          <h2 id="deeds">Deeds</h2>
          <Ruler points={deeds} sideName={names.name(actor.side)} />
        </section>
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
