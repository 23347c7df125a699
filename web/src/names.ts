// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
//
// Names of sides and officials by their codes: "NOV" is Norvenia. Asked once.
import { useEffect, useState } from "preact/hooks";
import { get } from "./api";
import type { ActorName } from "./records";

export interface Names {
  name: (id: string | null) => string;
  sides: ActorName[]; // by name
  known: (id: string) => boolean;
}

function makeNames(actors: ActorName[]): Names {
  const all = new Map(actors.map((actor) => [actor.id, actor.name]));
  const sides = actors.filter((actor) => actor.id === actor.side);
  return {
    name: (id) => (id === null ? "" : (all.get(id) ?? id)),
    sides: sides.sort((a, b) => a.name.localeCompare(b.name)),
    known: (id) => all.has(id),
  };
}

const none = makeNames([]);
let asked: Promise<Names> | null = null;

function askNames(): Promise<Names> {
  asked ??= get<{ items: ActorName[] }>("/api/actors?limit=1000").then(
    (answer) => makeNames(answer.items),
    () => {
      asked = null; // the codes will do, and the next page asks again
      return none;
    },
  );
  return asked;
}

export function useNames(): Names {
  const [names, setNames] = useState(none);
  useEffect(() => {
    let here = true;
    void askNames().then((found) => here && setNames(found));
    return () => {
      here = false;
    };
  }, []);
  return names;
}

/** "NOV: talks with OSV" in names; what an analyst has renamed stays as it is. */
export function sayIssue(label: string | null, names: Names): string {
  if (!label) return "no issue";
  return label.replace(/\b[A-Z][A-Z0-9]+\b/g, (code) => names.name(code));
}
