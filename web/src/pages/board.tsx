// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import { useEffect, useMemo, useState } from "preact/hooks";
import { type Address, issuePath, signalPath, writeQuery } from "../address";
import { type Loaded, useLoaded } from "../api";
import { sayNumber, sayShare } from "../format";
import { type Names, sayIssue, useNames } from "../names";
import { setFields } from "../navigate";
import { Choice, Day, Pages } from "../parts/fields";
import { Pair, Score, StatusChip } from "../parts/pair";
import { Await, Empty } from "../parts/states";
import { Verdict } from "../parts/verdict";
import type { Board, BoardItem, Issue } from "../records";
import { assertedWords, kindShort, kindWords, statusWords } from "../words";

const asked = [
  "side",
  "counterpart",
  "topic",
  "issue",
  "kind",
  "status",
  "least",
  "from",
  "to",
  "verdict",
  "cursor",
];
const rowsOfPage = 25;

const orders = [
  ["-new", "newest first"],
  ["gap", "shortest time between"],
  ["side", "by side"],
] as const;

function sortItems(items: readonly BoardItem[], order: string | undefined): BoardItem[] {
  const sorted = [...items];
  const day = (item: BoardItem) => item.a.from ?? item.a.day ?? "";
  if (order === "-new") sorted.sort((x, y) => day(y).localeCompare(day(x)));
  if (order === "gap")
    sorted.sort((x, y) => (x.signal.terms.window ?? 1e9) - (y.signal.terms.window ?? 1e9));
  if (order === "side") sorted.sort((x, y) => x.signal.side.localeCompare(y.signal.side));
  return sorted;
}

function Threshold({ value }: { value: string | undefined }) {
  const [shown, setShown] = useState(value ?? "0");
  useEffect(() => setShown(value ?? "0"), [value]);
  return (
    <label class="field field-double">
      <span>
        reader’s score, at least <output>{sayShare(Number(shown))}</output>
      </span>
      <input
        type="range"
        min="0"
        max="1"
        step="0.05"
        value={shown}
        onInput={(event) => setShown(event.currentTarget.value)}
        onChange={(event) =>
          setFields({
            least: Number(event.currentTarget.value) > 0 ? event.currentTarget.value : undefined,
          })
        }
      />
    </label>
  );
}

function Filters({ fields, names }: { fields: Record<string, string>; names: Names }) {
  const issues = useLoaded<{ items: Issue[] }>("/api/issues?limit=1000");
  const { sides, counterparts, topics } = useMemo(() => {
    const all = issues.value?.items ?? [];
    const named = (ids: string[]) =>
      [...new Set(ids)]
        .map((id) => [id, names.name(id)] as const)
        .sort((a, b) => a[1].localeCompare(b[1]));
    return {
      sides: named(all.map((issue) => issue.side)),
      counterparts: named(all.flatMap((issue) => issue.counterparts)),
      topics: named(all.map((issue) => issue.topic)),
    };
  }, [issues.value, names]);
  const filtered = Object.keys(fields).some((name) => asked.includes(name) && name !== "cursor");
  return (
    <form class="filters" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
      <Choice name="side" label="side" value={fields.side} options={sides} />
      <Choice
        name="counterpart"
        label="towards"
        value={fields.counterpart}
        options={counterparts}
      />
      <Choice name="topic" label="topic" value={fields.topic} options={topics} />
      <Choice name="kind" label="kind" value={fields.kind} options={Object.entries(kindShort)} />
      <Choice
        name="status"
        label="status"
        value={fields.status}
        options={Object.entries(statusWords)}
      />
      <Choice
        name="verdict"
        label="verdict"
        value={fields.verdict}
        options={[
          ["open", "none yet"],
          ["accepted", "accepted"],
          ["rejected", "rejected"],
        ]}
      />
      <Day name="from" label="from" value={fields.from} />
      <Day name="to" label="to" value={fields.to} />
      <Threshold value={fields.least} />
      <Choice name="sort" label="order" value={fields.sort} none="surest first" options={orders} />
      {filtered && (
        <a class="button button-plain" href="/signals">
          Clear filters
        </a>
      )}
    </form>
  );
}

function Item({ item, names }: { item: BoardItem; names: Names }) {
  const [verdict, setVerdict] = useState(item.verdict);
  useEffect(() => setVerdict(item.verdict), [item]);
  const { signal } = item;
  const kind = kindWords[signal.kind] ?? signal.kind;
  return (
    <article
      class={`card signal-card ${verdict === "rejected" ? "is-rejected" : ""}`}
      aria-labelledby={`signal-${signal.id}`}
    >
      <header class="card-head">
        <div>
          <h2 id={`signal-${signal.id}`}>
            <a href={signalPath(signal.id)}>{kind}</a>
          </h2>
          <p class="soft">
            <a href={issuePath(signal.issue)}>
              <bdi>{sayIssue(item.issue_label, names)}</bdi>
            </a>
          </p>
        </div>
        <div class="card-score">
          <Score score={signal.score} />
          <StatusChip status={signal.status} />
        </div>
      </header>
      <Pair item={item} names={names} />
      <footer class="card-foot">
        <p class="asserted">
          {signal.b || signal.asserted_by === "outlet"
            ? assertedWords[signal.asserted_by]
            : "Found by the program"}
        </p>
        <Verdict target={signal.id} verdict={verdict} told={kind} onJudged={setVerdict} />
      </footer>
    </article>
  );
}

function Items({
  board,
  fields,
  names,
}: {
  board: Board;
  fields: Record<string, string>;
  names: Names;
}) {
  const items = sortItems(board.items, fields.sort);
  if (items.length === 0) {
    const filtered = asked.some((name) => fields[name]);
    return filtered ? (
      <Empty title="No signal fits these filters">
        <p>
          Lower the score, widen the days, or <a href="/signals">clear the filters</a>.
        </p>
      </Empty>
    ) : (
      <Empty title="No mixed signals in this store yet">
        <p>
          Read more pages into it: <code>demarche read --into STORE PAGES</code>, or{" "}
          <a href="/try">try one page</a>. What was read is listed under{" "}
          <a href="/status">Status</a>.
        </p>
      </Empty>
    );
  }
  return (
    <>
      <p class="count soft" role="status">
        {sayNumber(items.length)} {items.length === 1 ? "signal" : "signals"} on this page ·{" "}
        {sayChance(board)}
      </p>
      <ol class="cards">
        {items.map((item) => (
          <li key={item.signal.id}>
            <Item item={item} names={names} />
          </li>
        ))}
      </ol>
      <Pages next={board.next} cursor={fields.cursor} shown={rowsOfPage} />
    </>
  );
}

/** How many of a hundred signals are expected by chance, in words. */
function sayChance({ decoy_rate: rate, decoys }: Board): string {
  if (typeof rate === "number") {
    return `of 100 signals at this threshold, about ${sayNumber(Math.round(100 * rate))} are expected by chance (decoy rate ${sayShare(rate)})`;
  }
  if (!decoys) return "decoy rate: counted when a run of read --into ends";
  return decoys.real_above === 0
    ? "decoy rate: no pair comes so high"
    : "decoy rate: too few pages for one yet";
}

export function BoardPage({ address }: { address: Address }) {
  const { fields } = address;
  const names = useNames();
  const query: Record<string, string | undefined> = {};
  for (const name of asked) query[name] = fields[name];
  query.limit = String(rowsOfPage);
  const board: Loaded<Board> = useLoaded<Board>(`/api/signals${writeQuery(query)}`);
  return (
    <>
      <h1>Where does one side give different positions?</h1>
      <p class="lede">
        Two quotes face to face, and how sure the reader is that they differ. Different positions
        are no verdict on anybody: read the words.
      </p>
      <Filters fields={fields} names={names} />
      <Await of={board}>{(value) => <Items board={value} fields={fields} names={names} />}</Await>
    </>
  );
}
