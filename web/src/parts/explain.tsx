// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from "preact";
import { actorPath, documentPath, issuePath } from "../address";
import { useLoaded } from "../api";
import type { CodePoints } from "../codepoints";
import { sayDays, sayShare } from "../format";
import { sayIssue, useNames } from "../names";
import { type RecordRow, spansOf } from "../record_rows";
import type { Event, PageRecord, Reading, Row, Span, Statement } from "../records";
import { commitmentWords, poleOf, poleWords, quadWords, sayAct } from "../words";
import { Glyph } from "./glyph";

type Fact = [name: string, value: ComponentChildren];

export function actorName(record: PageRecord, id: string | null): string {
  if (id === null) return "nobody named";
  return record.actors.find((actor) => actor.id === id)?.name ?? id;
}

/** Officials, sides and organisations have a page; private persons have none. */
function ActorLink({ record, id }: { record: PageRecord; id: string }) {
  const actor = record.actors.find((one) => one.id === id);
  const open =
    actor?.known &&
    (actor.kind !== "person" || actor.side !== null || actor.authority === "former");
  const name = <bdi>{actor?.name ?? id}</bdi>;
  return open ? <a href={actorPath(id)}>{name}</a> : name;
}

function Actors({ record, ids }: { record: PageRecord; ids: string[] }) {
  return (
    <>
      {ids.map((id, index) => (
        <span key={id}>
          {index > 0 && ", "}
          <ActorLink record={record} id={id} />
        </span>
      ))}
    </>
  );
}

function statementFacts(value: Statement, record: PageRecord, issue: string): Fact[] {
  const pole = poleOf(value.pole);
  const facts: Fact[] = [
    [
      "speaker",
      <>
        {value.speakers.length > 0 ? (
          <Actors record={record} ids={value.speakers} />
        ) : (
          "nobody named"
        )}
        {value.inferred && <span class="soft"> (not named in the sentence itself)</span>}
      </>,
    ],
    ["act", `${sayAct(value.act)}, ${value.form}`],
  ];
  if (value.axis) {
    facts.push([
      "position",
      <span class="with-glyph">
        <Glyph pole={pole} />
        <span>
          {poleWords(value.axis, pole)}{" "}
          <span class="soft">
            ({value.axis}
            {value.pole && (
              <>
                : + {sayShare(value.pole.plus)} / − {sayShare(value.pole.minus)}
              </>
            )}
            )
          </span>
        </span>
      </span>,
    ]);
  }
  if (value.commitment !== null)
    facts.push(["said as", commitmentWords[value.commitment] ?? value.commitment]);
  facts.push(["said", sayDays(value.said.from, value.said.to)]);
  if (value.about.from || value.about.to)
    facts.push(["about", sayDays(value.about.from, value.about.to)]);
  if (value.addressee) facts.push(["said to", <ActorLink record={record} id={value.addressee} />]);
  if (value.medium) facts.push(["said through", <ActorLink record={record} id={value.medium} />]);
  if (value.issue)
    facts.push([
      "issue",
      <a href={issuePath(value.issue)}>
        <bdi>{issue}</bdi>
      </a>,
    ]);
  if (value.duplicate_of) facts.push(["tells again", value.duplicate_of]);
  return facts;
}

function eventFacts(value: Event, record: PageRecord): Fact[] {
  const place = record.places.find((one) => one.id === value.place);
  const facts: Fact[] = [
    [
      "type",
      <>
        {value.type}
        {value.mode && `, ${value.mode}`} <span class="soft">({quadWords[value.quad]})</span>
      </>,
    ],
    [
      "who",
      value.actors.length > 0 ? <Actors record={record} ids={value.actors} /> : "nobody named",
    ],
    [
      "to whom",
      value.recipients.length > 0 ? (
        <Actors record={record} ids={value.recipients} />
      ) : (
        "nobody named"
      ),
    ],
    ["status", value.status],
    ["time", sayDays(value.time.from, value.time.to)],
  ];
  if (value.claimed_by)
    facts.push(["told by", <ActorLink record={record} id={value.claimed_by} />]);
  if (place) facts.push(["place", <bdi>{place.name}</bdi>]);
  for (const size of value.size) {
    facts.push([
      size.kind,
      size.low === size.high ? String(size.low) : `${size.low} to ${size.high}`,
    ]);
  }
  return facts;
}

function factsOf(row: RecordRow, record: PageRecord, issue: string): Fact[] {
  switch (row.kind) {
    case "statement":
      return statementFacts(row.value, record, issue);
    case "event":
      return eventFacts(row.value, record);
    case "place": {
      const { name, kind, lat, lon, acts } = row.value;
      const at = lat === null || lon === null ? "not known" : `${sayShare(lat)}, ${sayShare(lon)}`;
      return [
        ["place", <bdi>{name}</bdi>],
        ["kind", kind ?? "–"],
        ["latitude, longitude", at],
        ...(acts ? [["stands for", "its government or people"] as Fact] : []),
      ];
    }
    case "time":
      return [
        ["days", sayDays(row.value.from, row.value.to)],
        ["value", row.value.value],
      ];
  }
}

function Words({ layer, spans, points }: { layer: string; spans: Span[]; points: CodePoints }) {
  return (
    <li>
      <span class="words-layer">{layer}</span>
      <span>
        {spans.map(([start, end]) => (
          <span key={start}>
            {points.count > 0 && (
              <q class={`m m-${layer}`} dir="auto">
                {points.slice(start, end)}
              </q>
            )}{" "}
            <span class="soft offsets">
              {start}–{end}
            </span>{" "}
          </span>
        ))}
      </span>
    </li>
  );
}

function withoutRepeats(readings: Reading[]): Reading[] {
  return [...new Map(readings.map((one) => [JSON.stringify(one), one])).values()];
}

function Readings({ document, row }: { document: string; row: string }) {
  const answer = useLoaded<{ row: Row; readings: Reading[] }>(
    `/api${documentPath(document)}/rows/${encodeURIComponent(row)}`,
  );
  // A server may keep readings of statements and events alone.
  if (answer.problem?.status === 404) return null;
  if (answer.problem)
    return (
      <p class="soft">The readings turned down could not be loaded: {answer.problem.message}.</p>
    );
  const readings = answer.value && withoutRepeats(answer.value.readings);
  if (!readings) return <p class="soft">Loading …</p>;
  if (readings.length === 0) return <p class="soft">No other reading was turned down.</p>;
  return (
    <>
      <p class="explain-title">Readings turned down</p>
      <ul class="readings">
        {readings.map((one, index) => (
          <li key={index}>
            <bdi>{one.reading}</bdi> — {one.why} <code>{one.rule}</code>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Why a row exists: its words, the rule that made it, the readings that were turned down. */
export function Explain({
  row,
  record,
  points,
  stored,
}: {
  row: RecordRow;
  record: PageRecord;
  points: CodePoints;
  stored: boolean;
}) {
  const names = useNames();
  const issue =
    row.kind === "statement" ? record.issues.find((one) => one.id === row.value.issue) : undefined;
  const rest = row.kind === "statement" || row.kind === "event" ? row.value.confidence : null;
  return (
    <div class="explain">
      <dl>
        {factsOf(row, record, sayIssue(issue?.label ?? null, names)).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>rule</dt>
          <dd>
            <code>{row.value.rule}</code>
            {rest !== null && <span class="soft"> confidence {sayShare(rest)}</span>}
          </dd>
        </div>
      </dl>
      <ul class="words-list">
        {spansOf(row)
          .filter(([, spans]) => spans.length > 0)
          .map(([layer, spans]) => (
            <Words key={layer} layer={layer} spans={spans} points={points} />
          ))}
      </ul>
      {stored && row.kind !== "place" && <Readings document={record.id} row={row.id} />}
    </div>
  );
}
