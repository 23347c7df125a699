// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import { type Address, rowPath, writeQuery } from "../address";
import { useLoaded } from "../api";
import { sayDays, sayNumber } from "../format";
import { type Names, useNames } from "../names";
import { Glyph } from "../parts/glyph";
import { Await, Empty } from "../parts/states";
import { type Column, Table } from "../parts/table";
import type { Event, Row, Statement } from "../records";
import { isDone, poleOf, poleOfType, sayAct } from "../words";

const most = 200;

const syntax: [field: string, words: string][] = [
  ["speaker:hellen", "said by, or done by: a surname, a whole name in quotes, or an id"],
  ["side:NOV", "of this side: its code"],
  ["type:deny", "of this act, or of this PLOVER type (type:ASSAULT)"],
  ["issue:ID", "of this issue"],
  ["after:2031-03-01", "said or done on that day or later"],
  ["before:2031-03-31", "said or done on that day or earlier"],
];

export function whoOf(row: Row, names: Names): string {
  if (row.kind === "statement")
    return names.name((row.value as Statement).speaker) || "nobody named";
  return (row.value as Event).actors.map((id) => names.name(id)).join(", ") || "nobody named";
}

function what(row: Row) {
  if (row.kind === "statement") {
    const value = row.value as Statement;
    return (
      <span class="with-glyph">
        {value.axis && <Glyph pole={poleOf(value.pole)} />} {sayAct(value.act)}
      </span>
    );
  }
  const value = row.value as Event;
  return (
    <span class="with-glyph">
      <Glyph pole={poleOfType(value.type)} hollow={!isDone(value.status)} deed /> {value.type}
    </span>
  );
}

export function rowColumns(names: Names): Column<Row>[] {
  return [
    {
      id: "day",
      name: "days",
      tight: true,
      cell: (row) => sayDays(row.from, row.to),
      by: (row) => row.from ?? row.to ?? "",
    },
    {
      id: "who",
      name: "who",
      tight: true,
      cell: (row) => <bdi>{whoOf(row, names).replace(/\?\d+/g, "unnamed")}</bdi>,
      by: (row) => whoOf(row, names),
    },
    {
      id: "what",
      name: "what",
      tight: true,
      cell: what,
      by: (row) => row.kind + ("act" in row.value ? row.value.act : row.value.type),
    },
    {
      id: "words",
      name: "words",
      wide: true,
      by: (row) => row.text,
      cell: (row) => (
        <a href={rowPath(row.row)} dir="auto">
          {row.text || row.row}
        </a>
      ),
    },
  ];
}

function Syntax() {
  return (
    <details class="syntax">
      <summary>Words and fields</summary>
      <p>
        All words must be there. A field takes a value, in quotes where it has spaces:{" "}
        <code>speaker:"Tomas Hellen" talks</code>.
      </p>
      <dl>
        {syntax.map(([field, words]) => (
          <div key={field}>
            <dt>
              <code>{field}</code>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

export function SearchPage({ address }: { address: Address }) {
  const q = address.fields.q ?? "";
  const names = useNames();
  const found = useLoaded<{ items: Row[] }>(
    q ? `/api/search${writeQuery({ q, limit: String(most) })}` : null,
  );
  return (
    <>
      <h1>Search</h1>
      <p class="lede">
        Statements and events, not pages. Type above; <kbd>/</kbd> goes there from anywhere.
      </p>
      <Syntax />
      {q === "" ? (
        <Empty title="Nothing asked yet">
          <p>
            For instance <a href="/search?q=talks">talks</a>, or{" "}
            <a href="/search?q=type%3Adeny">type:deny</a>.
          </p>
        </Empty>
      ) : (
        <Await of={found}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title="No statement and no event has all of these">
                <p>Leave out a word, or look at the fields above.</p>
              </Empty>
            ) : (
              <>
                <p class="count soft" role="status">
                  {sayNumber(items.length)} found{items.length >= most && ", the first of more"}
                </p>
                <Table
                  caption="Statements and events found"
                  rows={items}
                  columns={rowColumns(names)}
                  sort={address.fields.sort ?? ""}
                  keyOf={(row) => row.row}
                />
              </>
            )
          }
        </Await>
      )}
    </>
  );
}
