// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import { issuePath } from "../address";
import { useLoaded } from "../api";
import { sayDays } from "../format";
import { type Names, sayIssue } from "../names";
import type { Issue, Point } from "../records";
import { findTurns, lineOf } from "../turns";
import { poleOf, poleWords } from "../words";
import { Ruler } from "./ruler";

function TurnEnd({ point, named }: { point: Point; named: boolean }) {
  return (
    <>
      {named && (
        <>
          <bdi>{point.name}</bdi>,{" "}
        </>
      )}
      {poleWords(point.axis, poleOf(point))} ({sayDays(point.from, point.to)})
    </>
  );
}

function Turns({ points }: { points: readonly Point[] }) {
  const turns = findTurns(points);
  if (turns.length === 0) return null;
  return (
    <ul class="turns">
      {turns.map(([before, after]) => (
        <li key={after.row}>
          Turning point: <TurnEnd point={before} named={before.name !== after.name} />, then{" "}
          <TurnEnd point={after} named={before.name !== after.name} />.
        </li>
      ))}
    </ul>
  );
}

/** The line of a side (`speaker` null) or of one of its officials on one issue. */
export function IssueLine({
  id,
  speaker,
  names,
}: {
  id: string;
  speaker: string | null;
  names: Names;
}) {
  const issue = useLoaded<Issue & { points: Point[] }>(`/api${issuePath(id)}`);
  if (!issue.value) return null; // the table below has all rows
  const points = lineOf(issue.value.points, speaker);
  if (!points.some((point) => !point.deed || speaker === null)) return null;
  const label = sayIssue(issue.value.label, names);
  return (
    <section aria-label={label}>
      <h2>
        <a href={issuePath(id)}>
          <bdi>{label}</bdi>
        </a>
      </h2>
      <Turns points={points} />
      <Ruler points={points} sideName={names.name(issue.value.side)} />
    </section>
  );
}
