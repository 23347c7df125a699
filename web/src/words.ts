// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
//
// How things are called for a reader. The program says "different positions", shows both quotes and
// judges nobody.

export const kindWords: Record<string, string> = {
  "cross-voice": "Officials of one side gave different positions",
  "self-shift": "One official gave different positions at different times",
  "words-deeds": "Statement beside reported deed",
  "two-handed": "Both positions in one utterance",
  ambiguity: "A threat or use of force left open",
};

export const kindShort: Record<string, string> = {
  "cross-voice": "two officials",
  "self-shift": "one official, two times",
  "words-deeds": "statement and deed",
  "two-handed": "both in one utterance",
  ambiguity: "left open",
};

export const statusWords: Record<string, string> = {
  flag: "flag",
  watch: "watch",
  listed: "listed",
};

export const statusDoc: Record<string, string> = {
  flag: "score at least .6 and strength at least .3",
  watch: "score at least .3",
  listed: "listed without a score",
};

export const assertedWords: Record<string, string> = {
  outlet: "The outlet itself says that the positions differ",
  program: "Found by the program; the outlet does not say it",
};

export const verdictWords: Record<string, string> = {
  accepted: "Accepted by a person",
  rejected: "Rejected by a person",
};

const poles: Record<string, { plus: string; minus: string; hedge: string }> = {
  outlook: {
    plus: "optimistic, will continue",
    minus: "pessimistic, broken off",
    hedge: "cannot tell yet",
  },
  force: {
    plus: "will not use force, has ended it",
    minus: "will or may use force",
    hedge: "leaves it open",
  },
  demand: { plus: "negotiable", minus: "refuses", hedge: "being studied" },
  commitment: { plus: "stands by", minus: "reviews, suspends", hedge: "no position" },
  fact: { plus: "affirms", minus: "denies", hedge: "does not comment" },
  deed: { plus: "de-escalates", minus: "escalates", hedge: "neither" },
};

export type Pole = "plus" | "minus" | "hedge";

/** The pole that the reader saw; hedged where neither has .5. */
export function poleOf(of: { plus: number; minus: number } | null): Pole {
  if (of && of.plus >= 0.5) return "plus";
  if (of && of.minus >= 0.5) return "minus";
  return "hedge";
}

export function poleWords(axis: string | null, pole: Pole): string {
  const known = axis ? poles[axis] : undefined;
  if (known) return known[pole];
  return { plus: "position +", minus: "position −", hedge: "hedged" }[pole];
}

export const commitmentWords: Record<string, string> = {
  "3": "certain",
  "2": "likely",
  "1": "possible",
  "0": "left open",
  "-1": "doubted",
  "-2": "unlikely",
  "-3": "rejected",
};

const cooperation = ["COOPERATE", "AID", "RETREAT"];
const conflict = ["PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"];
const inWords = [
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "CONCEDE",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
];
export const eventTypes = [...inWords, ...cooperation, ...conflict].sort();

/** Deeds that bring together or drive apart; those of words alone are neither. */
export function poleOfType(type: string): Pole {
  return cooperation.includes(type) ? "plus" : conflict.includes(type) ? "minus" : "hedge";
}

/** Told as fact, not planned, demanded or denied. */
export const isDone = (status: string) => ["actual", "ongoing", "historical"].includes(status);

/** "deny_intent" -> "deny intent". */
export const sayAct = (act: string) => act.replace(/_/g, " ");

export const layerWords: [layer: string, words: string][] = [
  ["speaker", "speaker"],
  ["cue", "cue"],
  ["content", "what was said"],
  ["hedge", "hedged"],
  ["condition", "condition"],
  ["event", "event"],
  ["place", "place"],
  ["time", "time"],
];

export const quadWords: Record<string, string> = {
  "1": "verbal cooperation",
  "2": "material cooperation",
  "3": "verbal conflict",
  "4": "material conflict",
};

/** The time between two utterances, of hours; the program gives 0 where the days overlap. */
export function gapWords(hours: number | null, number: (value: number) => string): string {
  if (hours === null) return "";
  if (hours <= 0) return "on the same days";
  if (hours < 48)
    return `${number(Math.round(hours))} ${Math.round(hours) === 1 ? "hour" : "hours"} apart`;
  return `${number(Math.round(hours / 24))} days apart`;
}
