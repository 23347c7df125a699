// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from "preact";
import { setFields } from "../navigate";

export interface Column<Row> {
  id: string;
  name: string;
  cell: (row: Row) => ComponentChildren;
  by?: (row: Row) => string | number; // sorts where it is given
  wide?: boolean;
  tight?: boolean; // stays on one line
}

/** "day" sorts up, "-day" down. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: string,
): Row[] {
  const down = sort.startsWith("-");
  const by = columns.find((column) => column.id === sort.replace(/^-/, ""))?.by;
  if (!by) return [...rows];
  const sign = down ? -1 : 1;
  return [...rows].sort((left, right) => {
    const [a, b] = [by(left), by(right)];
    const order =
      typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b));
    return sign * order;
  });
}

function HeadCell<Row>({
  column,
  sort,
  field,
}: {
  column: Column<Row>;
  sort: string;
  field: string;
}) {
  if (!column.by)
    return (
      <th role="columnheader" scope="col">
        {column.name}
      </th>
    );
  const up = sort === column.id,
    down = sort === `-${column.id}`;
  const next = up ? `-${column.id}` : column.id;
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={up ? "ascending" : down ? "descending" : undefined}
    >
      <button type="button" class="sort" onClick={() => setFields({ [field]: next }, false)}>
        {column.name}
        <span class="sort-mark" aria-hidden="true">
          {up ? "▲" : down ? "▼" : "↕"}
        </span>
      </button>
    </th>
  );
}

/** Its roles are spelled out, since narrow screens stack the cells. A table that sorts; the order stands in the address under `field`. */
export function Table<Row>({
  caption,
  rows,
  columns,
  sort,
  keyOf,
  field = "sort",
}: {
  caption: string;
  rows: readonly Row[];
  columns: Column<Row>[];
  sort: string;
  keyOf: (row: Row) => string;
  field?: string;
}) {
  return (
    <div class="table-frame" role="group" aria-label={caption} tabIndex={0}>
      <table class="stacks" role="table" aria-label={caption}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <HeadCell key={column.id} column={column} sort={sort} field={field} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {sortRows(rows, columns, sort).map((row) => (
            <tr key={keyOf(row)} role="row">
              {columns.map((column) => (
                <td
                  key={column.id}
                  role="cell"
                  class={column.wide ? "wide" : column.tight ? "tight" : undefined}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
