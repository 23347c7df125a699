// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
//
// What the API answers: the record as the contract has it, and the rows of the board.

export type Span = [number, number];
export type Maybe<T> = T | null;

export interface Statement {
  id: string;
  speaker: Maybe<string>;
  speakers: string[];
  inferred: boolean;
  source: Span[];
  cue: Span[];
  content: Span[];
  quoted: Span[];
  form: string;
  voice: string;
  addressee: Maybe<string>;
  medium: Maybe<string>;
  nested_in: Maybe<string>;
  issue: Maybe<string>;
  axis: Maybe<string>;
  act: string;
  pole: Maybe<{ plus: number; minus: number }>;
  polarity: Maybe<number>;
  commitment: Maybe<number>;
  conditions: Span[];
  said: { from: Maybe<string>; to: Maybe<string>; after: Maybe<string> };
  about: { from: Maybe<string>; to: Maybe<string> };
  duplicate_of: Maybe<string>;
  confidence: number;
  rule: string;
}

export interface Event {
  id: string;
  type: string;
  mode: Maybe<string>;
  quad: number;
  contexts: string[];
  actors: string[];
  recipients: string[];
  trigger: Maybe<Span>;
  evidence: Span[];
  status: string;
  claimed_by: Maybe<string>;
  said_in: Maybe<string>;
  time: { value: Maybe<string>; from: Maybe<string>; to: Maybe<string> };
  place: Maybe<string>;
  size: { kind: string; low: number; high: number; span: Span }[];
  score: Maybe<number>;
  duplicate_of: Maybe<string>;
  confidence: number;
  rule: string;
}

export interface Actor {
  id: string;
  name: string;
  kind: string;
  country: Maybe<string>;
  side: Maybe<string>;
  authority: Maybe<string>;
  role: Maybe<string>;
  known: boolean;
}

export interface Place {
  id: string;
  start: number;
  end: number;
  name: string;
  kind: Maybe<string>;
  country: Maybe<string>;
  lat: Maybe<number>;
  lon: Maybe<number>;
  relation: Maybe<string>;
  acts: boolean;
  rule: string;
}

export interface Time {
  id: string;
  start: number;
  end: number;
  kind: string;
  value: string;
  from: Maybe<string>;
  to: Maybe<string>;
  rule: string;
}

export interface Block {
  start: number;
  end: number;
  kind: string;
  repeats: Maybe<Span>;
}

export interface PageRecord {
  id: string;
  coder: { version: string; model: Maybe<string>; data: string; config: string };
  input: { path: string; record: number; kind: string };
  url: Maybe<string>;
  canonical_url: Maybe<string>;
  site: Maybe<string>;
  title: Maybe<string>;
  language: Maybe<string>;
  published: Maybe<{ value: string; from: string }>;
  authors: { name: string; kind: string }[];
  text: string;
  blocks: Block[];
  furniture: { at: number; kind: string; text: string }[];
  actors: Actor[];
  times: Time[];
  places: Place[];
  statements: Statement[];
  events: Event[];
  issues: { id: string; label: string; side: string; counterparts: string[]; topic: string }[];
  signals: Signal[];
  notes: { stage: string; code: string; message: string }[];
}

export interface Ref {
  document: string;
  row: string;
  span: Span;
}

export interface Signal {
  id: string;
  kind: string;
  side: string;
  issue: string;
  status: string;
  a: Ref;
  b: Maybe<Ref>;
  members: string[];
  score: Maybe<number>;
  terms: {
    prior: Maybe<number>;
    reading: Maybe<number>;
    cue: Maybe<number>;
    strength: Maybe<number>;
    window: Maybe<number>;
  };
  asserted_by: string;
  why: string;
}

export interface BoardSide {
  row: string;
  text: string;
  speaker: Maybe<string>;
  office: Maybe<string>;
  day: Maybe<string>; // in words
  axis?: Maybe<string>; // where the server tells it, as the days
  from?: Maybe<string>;
  to?: Maybe<string>;
  outlet: Maybe<string>;
  url: Maybe<string>;
  plus: number;
  minus: number;
  commitment: Maybe<number>;
}

export interface BoardItem {
  signal: Signal;
  issue_label: Maybe<string>;
  verdict: Maybe<string>;
  a: BoardSide;
  b: Maybe<BoardSide>;
}

export interface Board {
  items: BoardItem[];
  next: Maybe<string>;
  decoy_rate?: Maybe<number>;
  decoys?: Maybe<Decoys>;
}

/** Pairs that cannot be signals, beside real ones, at the threshold of the board. */
export interface Decoys {
  least: number;
  flags: boolean;
  real_pairs: number;
  real_above: number;
  decoy_pairs: number;
  decoys_above: number;
}

/** Scores of all pairs of the side's own positions on an issue, in bins of equal width. */
export interface NullDistribution {
  readings: number;
  pairs: number;
  share: number;
  counts: number[];
}

export interface Point {
  row: string;
  deed: boolean;
  speaker: Maybe<string>;
  name: Maybe<string>;
  office: Maybe<string>;
  act: string;
  axis: string;
  plus: number;
  minus: number;
  polarity: Maybe<number>;
  commitment: Maybe<number>;
  from: Maybe<string>;
  to: Maybe<string>;
  text: string;
  outlet: Maybe<string>;
  url: Maybe<string>;
}

export interface Issue {
  id: string;
  label: string;
  side: string;
  topic: string;
  rows: number;
  counterparts: string[];
}

export interface Context {
  before: string;
  words: string;
  after: string;
}

export interface SignalAnswer {
  item: BoardItem;
  contexts: { a: Maybe<Context>; b: Maybe<Context> };
  issue: Maybe<Issue & { points: Point[] }>;
  null?: Maybe<NullDistribution>;
}

export interface Override {
  id: number;
  target: string;
  field: string;
  value: string;
  why: Maybe<string>;
  author: Maybe<string>;
  made: string;
}

export interface Row {
  document: string;
  row: string;
  kind: string;
  side: Maybe<string>;
  from: Maybe<string>;
  to: Maybe<string>;
  text: string;
  value: Statement | Event;
}

export interface MapEvent {
  row: string;
  type: string;
  side: Maybe<string>;
  from: Maybe<string>;
  to: Maybe<string>;
  place: string;
  lat: number;
  lon: number;
  text: string;
}

export interface Reading {
  rule: string;
  reading: string;
  why: string;
}

export interface StoredDocument {
  id: string;
  url: Maybe<string>;
  title: Maybe<string>;
  outlet: Maybe<string>;
  day: Maybe<string>;
  language: Maybe<string>;
  path: Maybe<string>;
}

export interface Run {
  id: number;
  started: string;
  done: boolean;
  documents: number;
  program: string;
  model: Maybe<string>;
  data: string;
  config: string;
}

export interface Status {
  version: string;
  documents: number;
  signals: number;
  documents_without_text: number;
  runs: Run[];
  failures?: { reason: string; count: number }[];
}

export interface ActorName {
  id: string;
  name: string;
  side: Maybe<string>;
}
