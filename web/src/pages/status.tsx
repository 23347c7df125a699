// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import { type Address, documentPath, writeQuery } from "../address";
import { useLoaded } from "../api";
import { sayDay, sayInstant, sayNumber } from "../format";
import { Day, Pages, Words } from "../parts/fields";
import { Sources } from "../parts/sources";
import { Await, Empty } from "../parts/states";
import { type Column, Table } from "../parts/table";
import type { Run, Status, StoredDocument } from "../records";

const rowsOfPage = 50;

const runColumns: Column<Run>[] = [
  { id: "id", name: "run", cell: (run) => run.id, by: (run) => run.id },
  {
    id: "started",
    name: "started",
    tight: true,
    cell: (run) => sayInstant(run.started),
    by: (run) => run.started,
  },
  {
    id: "documents",
    name: "pages",
    cell: (run) => sayNumber(run.documents),
    by: (run) => run.documents,
  },
  { id: "done", name: "ended", cell: (run) => (run.done ? "yes" : "no, or still at work") },
  { id: "program", name: "program", cell: (run) => run.program },
  {
    id: "hashes",
    name: "model / data / settings",
    cell: (run) => (
      <code class="soft">
        {[run.model, run.data, run.config].map((hash) => hash?.slice(0, 8) ?? "none").join(" / ")}
      </code>
    ),
  },
];

const documentColumns: Column<StoredDocument>[] = [
  {
    id: "day",
    name: "day",
    tight: true,
    cell: (one) => sayDay(one.day) || "no day known",
    by: (one) => one.day ?? "",
  },
  {
    id: "outlet",
    name: "source",
    cell: (one) => <bdi>{one.outlet ?? "not named"}</bdi>,
    by: (one) => one.outlet ?? "",
  },
  {
    id: "language",
    name: "language",
    cell: (one) => one.language ?? "–",
    by: (one) => one.language ?? "",
  },
  {
    id: "title",
    name: "title",
    wide: true,
    by: (one) => one.title ?? "",
    cell: (one) => (
      <a href={documentPath(one.id)} dir="auto">
        {one.title ?? one.path ?? one.id}
      </a>
    ),
  },
];

function Totals({ status }: { status: Status }) {
  const totals: [string, number][] = [
    ["pages", status.documents],
    ["signals", status.signals],
    ["pages without a kept text", status.documents_without_text],
  ];
  return (
    <>
      <dl class="totals">
        {totals.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{sayNumber(count)}</dd>
          </div>
        ))}
      </dl>
      <p class="soft">
        demarche {status.version}. Tables, 1000 rows at a time:{" "}
        {["documents", "statements", "events"].map((name) => (
          <span key={name}>
            {name}{" "}
            <a href={`/api/${name}?format=csv&limit=1000`} download={`${name}.csv`}>
              CSV
            </a>
            ,{" "}
            <a href={`/api/${name}?format=jsonl&limit=1000`} download={`${name}.jsonl`}>
              JSON Lines
            </a>
            ;{" "}
          </span>
        ))}
        <a href="/api/openapi.json" target="_blank">
          description of the API
        </a>
        .
      </p>
      {status.failures && status.failures.length > 0 && (
        <ul>
          {status.failures.map((one) => (
            <li key={one.reason}>
              {one.reason}: {sayNumber(one.count)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

export function StatusPage({ address }: { address: Address }) {
  const { fields } = address;
  const status = useLoaded<Status>("/api/status");
  const query = {
    from: fields.from,
    to: fields.to,
    words: fields.words,
    cursor: fields.cursor,
    limit: String(rowsOfPage),
  };
  const documents = useLoaded<{ items: StoredDocument[]; next: string | null }>(
    `/api/documents${writeQuery(query)}`,
  );
  return (
    <>
      <h1>Status</h1>
      <Await of={status}>
        {(value) => (
          <>
            <Totals status={value} />
            <section aria-labelledby="runs">
              <h2 id="runs">Runs</h2>
              <Table
                caption="Runs"
                rows={value.runs}
                columns={runColumns}
                sort={fields.runs ?? ""}
                keyOf={(run) => String(run.id)}
                field="runs"
              />
            </section>
          </>
        )}
      </Await>
      <Sources fields={fields} />
      <section aria-labelledby="pages-read">
        <h2 id="pages-read">Pages that were read</h2>
        <form class="filters" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
          <Words name="words" label="with all these words" value={fields.words} />
          <Day name="from" label="from" value={fields.from} />
          <Day name="to" label="to" value={fields.to} />
        </form>
        <Await of={documents}>
          {({ items, next }) =>
            items.length === 0 ? (
              <Empty title="No page fits">
                <p>
                  Take fewer words, widen the days, or read more pages:{" "}
                  <code>demarche read --into STORE PAGES</code>.
                </p>
              </Empty>
            ) : (
              <>
                <Table
                  caption="Pages that were read"
                  rows={items}
                  columns={documentColumns}
                  sort={fields.sort ?? ""}
                  keyOf={(one) => one.id}
                />
                <Pages next={next} cursor={fields.cursor} shown={rowsOfPage} />
              </>
            )
          }
        </Await>
      </section>
    </>
  );
}
