// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import { useLoaded } from "../api";
import { sayDay, sayDays, sayNumber } from "../format";
import type { StoredDocument } from "../records";
import { type Tally, tallyBy } from "../tally";
import { Await } from "./states";
import { type Column, Table } from "./table";

const most = 1000; // what the server gives at once

function Bar({ of, most }: { of: number; most: number }) {
  return (
    <svg class="meter bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="meter-part" width={(100 * of) / most} height="8" />
    </svg>
  );
}

function columns(rows: Tally[], name: string, say: (one: Tally) => string): Column<Tally>[] {
  const greatest = Math.max(...rows.map((one) => one.count));
  return [
    { id: "name", name, cell: (one) => <bdi>{say(one)}</bdi>, by: (one) => one.name },
    {
      id: "count",
      name: "pages",
      by: (one) => one.count,
      cell: (one) => (
        <span class="bar-cell">
          {sayNumber(one.count)} <Bar of={one.count} most={greatest} />
        </span>
      ),
    },
  ];
}

function Tallies({ pages, fields }: { pages: StoredDocument[]; fields: Record<string, string> }) {
  const sources = tallyBy(pages, (page) => page.outlet ?? "");
  const days = tallyBy(pages, (page) => page.day ?? "");
  const spans: Column<Tally> = {
    id: "days",
    name: "days",
    tight: true,
    by: (one) => one.first,
    cell: (one) => sayDays(one.first || null, one.last || null),
  };
  return (
    <div class="two">
      <Table
        caption="By source"
        rows={sources}
        columns={[...columns(sources, "source", (one) => one.name || "not named"), spans]}
        sort={fields.sources ?? "-count"}
        keyOf={(one) => one.name}
        field="sources"
      />
      <Table
        caption="By day"
        rows={days}
        columns={columns(days, "day", (one) => sayDay(one.name) || "no day known")}
        sort={fields.days ?? "name"}
        keyOf={(one) => one.name}
        field="days"
      />
    </div>
  );
}

/** How many pages came from whom, and of which day: of all, or of the first that the server gives. */
export function Sources({ fields }: { fields: Record<string, string> }) {
  const pages = useLoaded<{ items: StoredDocument[]; next: string | null }>(
    `/api/documents?limit=${most}`,
  );
  return (
    <Await of={pages}>
      {({ items, next }) =>
        items.length > 0 && (
          <section aria-labelledby="sources">
            <h2 id="sources">By source and day</h2>
            {next && <p class="soft">Of {sayNumber(items.length)} pages, not of all.</p>}
            <Tallies pages={items} fields={fields} />
          </section>
        )
      }
    </Await>
  );
}
