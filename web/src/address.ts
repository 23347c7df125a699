// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
//
// The address holds the whole state of a page: which one, of what, with which fields. Pure.

export type PageName =
  | "board"
  | "signal"
  | "issues"
  | "issue"
  | "document"
  | "actor"
  | "map"
  | "search"
  | "try"
  | "status"
  | "lost";

export interface Address {
  page: PageName;
  id: string; // of a signal, a document, an actor or an issue; else empty
  fields: Record<string, string>; // in the order of the address
}

const listed: Record<string, PageName> = {
  "": "board",
  signals: "board",
  map: "map",
  search: "search",
  try: "try",
  status: "status",
  issues: "issues",
};
const single: Record<string, PageName> = {
  signals: "signal",
  documents: "document",
  actors: "actor",
  issues: "issue",
};

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a broken escape is part of the name
  }
}

export function readAddress(path: string, query: string): Address {
  const fields: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) if (value !== "") fields[name] = value;
  const parts = path
    .replace(/^\/|\/$/g, "")
    .split("/")
    .map(decode);
  const [first = "", id = "", ...more] = parts;
  if (more.length > 0) return { page: "lost", id: "", fields };
  const page = id === "" ? listed[first] : single[first];
  return { page: page ?? "lost", id: page ? id : "", fields };
}

/** `fields` in the given order; empty ones are left out. */
export function writeQuery(fields: Record<string, string | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) if (value) query.set(name, value);
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

/** What a change makes of the fields: a new filter starts at the first rows again. */
export function changeFields(
  fields: Record<string, string>,
  change: Record<string, string | undefined>,
): Record<string, string> {
  const all: Record<string, string | undefined> = { ...fields, ...change };
  if (!("cursor" in change)) delete all.cursor;
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(all)) if (value) kept[name] = value;
  return kept;
}

export const signalPath = (id: string) => `/signals/${encodeURIComponent(id)}`;
export const issuePath = (id: string) => `/issues/${encodeURIComponent(id)}`;
export const actorPath = (id: string) => `/actors/${encodeURIComponent(id)}`;
export const documentPath = (id: string) => `/documents/${encodeURIComponent(id)}`;

/** "DOCUMENT#ROW": a document's name may have '#' in it, a row's has none. */
export function splitRow(name: string): { document: string; row: string } {
  const mark = name.lastIndexOf("#");
  return mark < 0
    ? { document: name, row: "" }
    : { document: name.slice(0, mark), row: name.slice(mark + 1) };
}

export function rowPath(name: string): string {
  const { document, row } = splitRow(name);
  return documentPath(document) + writeQuery({ row });
}
