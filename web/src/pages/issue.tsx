// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import { type Address, actorPath, issuePath, writeQuery } from "../address";
import { useLoaded } from "../api";
import { sayNumber } from "../format";
import { type Names, sayIssue, useNames } from "../names";
import { setFields, useTitle } from "../navigate";
import { Choice } from "../parts/fields";
import { Ruler } from "../parts/ruler";
import { Await, Empty } from "../parts/states";
import { type Column, Table } from "../parts/table";
import type { Issue, Point } from "../records";

const most = 1000;

function columns(names: Names): Column<Issue>[] {
  return [
    {
      id: "label",
      name: "issue",
      wide: true,
      by: (one) => sayIssue(one.label, names),
      cell: (one) => (
        <a href={issuePath(one.id)}>
          <bdi>{sayIssue(one.label, names)}</bdi>
        </a>
      ),
    },
    { id: "topic", name: "topic", tight: true, by: (one) => one.topic, cell: (one) => one.topic },
    {
      id: "rows",
      name: "statements and deeds",
      by: (one) => one.rows,
      cell: (one) => sayNumber(one.rows),
    },
  ];
}

/** What sides speak about. */
export function IssuesPage({ address }: { address: Address }) {
  const { fields } = address;
  const names = useNames();
  const issues = useLoaded<{ items: Issue[] }>(
    `/api/issues${writeQuery({ side: fields.side, limit: String(most) })}`,
  );
  return (
    <>
      <h1>Issues</h1>
      <p class="lede">What sides speak about: a side, those it deals with, and a topic.</p>
      <form class="filters" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
        <Choice
          name="side"
          label="side"
          value={fields.side}
          options={names.sides.map((side) => [side.id, side.name] as const)}
        />
      </form>
      <Await of={issues}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="No issue here">
              {fields.side && (
                <button type="button" class="button" onClick={() => setFields({ side: undefined })}>
                  Show all sides
                </button>
              )}
              <p>
                Issues come with statements: <code>demarche read --into STORE PAGES</code>.
              </p>
            </Empty>
          ) : (
            <>
              <p class="count soft" role="status">
                {sayNumber(items.length)} {items.length === 1 ? "issue" : "issues"}
                {items.length >= most && ", the first of more"}
              </p>
              <Table
                caption="Issues"
                rows={items}
                columns={columns(names)}
                sort={fields.sort ?? "-rows"}
                keyOf={(one) => one.id}
              />
            </>
          )
        }
      </Await>
    </>
  );
}

/** One issue: all that was said and done on it, in time. */
export function IssuePage({ address }: { address: Address }) {
  const issue = useLoaded<Issue & { points: Point[] }>(`/api${issuePath(address.id)}`);
  const names = useNames();
  const label = issue.value ? sayIssue(issue.value.label, names) : null;
  useTitle(label);
  return (
    <Await of={issue}>
      {(value) => (
        <>
          <p class="crumbs">
            <a href="/issues">Issues</a>
          </p>
          <h1>
            <bdi>{label}</bdi>
          </h1>
          <p class="lede">
            <a href={actorPath(value.side)}>
              <bdi>{names.name(value.side)}</bdi>
            </a>
            , topic {value.topic}
            {value.counterparts.map((id) => (
              <span key={id}>
                , with{" "}
                <a href={actorPath(id)}>
                  <bdi>{names.name(id)}</bdi>
                </a>
              </span>
            ))}
          </p>
          <p class="fact">
            <a href={`/signals${writeQuery({ issue: value.id })}`}>Signals of this issue</a>
          </p>
          <section aria-labelledby="in-time">
            <h2 id="in-time">All that was said and done</h2>
            <Ruler points={value.points} sideName={names.name(value.side)} />
          </section>
        </>
      )}
    </Await>
  );
}
