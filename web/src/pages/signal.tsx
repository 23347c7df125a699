// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import {
  type Address,
  actorPath,
  issuePath,
  rowPath,
  signalPath,
  splitRow,
  writeQuery,
} from "../address";
import { useLoaded } from "../api";
import { citeSignal } from "../cite";
import { sayDay, sayInstant } from "../format";
import { type Names, sayIssue, useNames } from "../names";
import { useTitle } from "../navigate";
import { Copy } from "../parts/copy";
import { Correction } from "../parts/correction";
import { Null } from "../parts/null";
import { AsTold } from "../parts/quote";
import { Pair, Score, StatusChip } from "../parts/pair";
import { Ruler } from "../parts/ruler";
import { Await } from "../parts/states";
import { Terms } from "../parts/terms";
import { Verdict } from "../parts/verdict";
import type { BoardSide, Context, Override, Point, SignalAnswer } from "../records";
import { assertedWords, kindWords } from "../words";

function InContext({ context, side }: { context: Context | null; side: BoardSide }) {
  const { row } = side;
  if (!context)
    return (
      <p class="soft">
        The text is not kept in this store. <a href={rowPath(row)}>Row and offsets</a>
      </p>
    );
  return (
    <figure class="context">
      <blockquote dir="auto">
        <span class="context-beside">{context.before}</span>
        <mark>{context.words}</mark>
        <span class="context-beside">{context.after}</span>
      </blockquote>
      <figcaption>
        <AsTold row={row} told={side} />
      </figcaption>
    </figure>
  );
}

function Kept({ overrides }: { overrides: Override[] }) {
  if (overrides.length === 0) return <p class="soft">No verdict and no correction yet.</p>;
  return (
    <ul class="kept-list">
      {overrides.map((one) => (
        <li key={one.id}>
          <strong>
            {one.field}: <bdi>{one.value}</bdi>
          </strong>
          {one.why && (
            <>
              {" "}
              — <bdi>{one.why}</bdi>
            </>
          )}
          <span class="soft">
            {" "}
            {one.author && <bdi>{one.author}, </bdi>}
            {sayInstant(one.made)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The axis and the days of a quote, as its point on the ruler has them. */
function withPoint(side: BoardSide, points: readonly Point[] | undefined): BoardSide {
  const point = points?.find((one) => one.row === side.row);
  return point ? { ...side, axis: point.axis, from: point.from, to: point.to } : side;
}

function useOverrides(answer: SignalAnswer | null) {
  const of = (target: string | undefined) =>
    useLoaded<{ items: Override[] }>(target ? `/api/overrides${writeQuery({ target })}` : null);
  const all = [of(answer?.item.signal.id), of(answer?.item.a.row), of(answer?.item.b?.row)];
  return {
    items: all.flatMap((one) => one.value?.items ?? []),
    again: () => all.forEach((one) => one.again()),
  };
}

function Signal({
  answer,
  names,
  again,
}: {
  answer: SignalAnswer;
  names: Names;
  again: () => void;
}) {
  const { item, contexts, issue } = answer;
  const { signal, a, b } = item;
  const told = { ...item, a: withPoint(a, issue?.points), b: b && withPoint(b, issue?.points) };
  const overrides = useOverrides(answer);
  const kind = kindWords[signal.kind] ?? signal.kind;
  const sideName = names.name(signal.side);
  const label = sayIssue(item.issue_label, names);
  useTitle(`${label}: ${kind}`);
  const link = location.origin + signalPath(signal.id);
  const judged = () => {
    again();
    overrides.again();
  };
  const side = (row: string, speaker: string | null) =>
    [row, `${speaker ?? sideName}, row ${splitRow(row).row}`] as const;
  return (
    <>
      <p class="crumbs">
        <a href="/signals">Signals</a> /{" "}
        <a href={issuePath(signal.issue)}>
          <bdi>{label}</bdi>
        </a>
      </p>
      <div class="card-head">
        <h1>{kind}</h1>
        <div class="card-score">
          <Score score={signal.score} />
          <StatusChip status={signal.status} />
        </div>
      </div>
      <p class="lede">
        <a href={actorPath(signal.side)}>
          <bdi>{sideName}</bdi>
        </a>{" "}
        ·{" "}
        {signal.b || signal.asserted_by === "outlet"
          ? assertedWords[signal.asserted_by]
          : "Found by the program"}
        .
      </p>
      <div class="card">
        <Pair item={told} names={names} />
        <div class="card-foot">
          <Verdict target={signal.id} verdict={item.verdict} told={kind} onJudged={judged} />
        </div>
      </div>
      <section aria-labelledby="in-context">
        <h2 id="in-context">In their sentences</h2>
        <div class={b ? "two" : ""}>
          <InContext context={contexts.a} side={a} />
          {b && <InContext context={contexts.b} side={b} />}
        </div>
      </section>
      <section aria-labelledby="in-time">
        <h2 id="in-time">All that was said and done on this issue</h2>
        {issue && issue.points.length > 0 ? (
          <Ruler points={issue.points} ringed={b ? [a.row, b.row] : [a.row]} sideName={sideName} />
        ) : (
          <p class="soft">The store has no dated points of this issue.</p>
        )}
      </section>
      <section aria-labelledby="line-by-line">
        <h2 id="line-by-line">The score, line by line</h2>
        <Terms signal={signal} />
        <p class="soft">The score is no probability until it has been calibrated.</p>
      </section>
      <section aria-labelledby="by-chance">
        <h2 id="by-chance">Is this split new, or habit?</h2>
        <Null found={answer.null ?? null} score={signal.score} />
      </section>
      <section aria-labelledby="correct">
        <h2 id="correct">Verdicts and corrections</h2>
        <Kept overrides={overrides.items} />
        <details>
          <summary>Something was read wrongly</summary>
          <Correction
            rows={b ? [side(a.row, a.speaker), side(b.row, b.speaker)] : [side(a.row, a.speaker)]}
            onKept={overrides.again}
          />
        </details>
      </section>
      <section aria-labelledby="cite">
        <h2 id="cite">Link and citation</h2>
        <p>
          Permanent link:{" "}
          <a href={signalPath(signal.id)} class="break">
            {link}
          </a>
        </p>
        <Copy
          label="Citation"
          text={citeSignal(told, kind, label, sideName, link, sayDay(new Date().toISOString()))}
        />
      </section>
    </>
  );
}

export function SignalPage({ address }: { address: Address }) {
  const answer = useLoaded<SignalAnswer>(`/api${signalPath(address.id)}`);
  const names = useNames();
  return (
    <Await of={answer}>
      {(value) => <Signal answer={value} names={names} again={answer.again} />}
    </Await>
  );
}
