// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from "preact/hooks";

/** An error as the server words it (problem+json), or of the way to it. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly field = "",
    readonly allowed: string[] = [],
  ) {
    super(message);
  }
}

const tokenKey = "demarche.token";

/** Kept for this tab alone; only servers that others can reach ask for one. */
let token = "";

export function keepToken(given: string): void {
  token = given;
  try {
    sessionStorage.setItem(tokenKey, given);
  } catch {
    // Storage may be forbidden: the token holds until the page is loaded anew.
  }
}

function findToken(): string {
  try {
    return token || (sessionStorage.getItem(tokenKey) ?? "");
  } catch {
    return token;
  }
}

function headers(more: Record<string, string>): Record<string, string> {
  const known = findToken();
  return known ? { ...more, Authorization: `Bearer ${known}` } : more;
}

async function problemOf(response: Response): Promise<Problem> {
  const told = (await response.json().catch(() => ({}))) as {
    detail?: string;
    title?: string;
    field?: string;
    allowed?: string[];
  };
  const words = told.detail ?? told.title ?? `the server answered ${response.status}`;
  return new Problem(response.status, words, told.field, told.allowed);
}

async function ask<T>(path: string, init: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Problem(0, "the server does not answer: is `demarche serve` still running?");
  }
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as T;
}

export function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return ask<T>(path, { signal, headers: headers({ Accept: "application/json" }) });
}

/** Answers of this visit: whoever goes back sees them at once, and where he was, until they are asked anew. */
const kept = new Map<string, unknown>();
const mostKept = 40;

function keep(path: string, value: unknown): void {
  kept.delete(path);
  kept.set(path, value);
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
}

export function post<T>(path: string, body: unknown): Promise<T> {
  kept.clear();
  return ask<T>(path, {
    method: "POST",
    headers: headers({ "Content-Type": "application/json", "X-Demarche": "1" }),
    body: JSON.stringify(body),
  });
}

export interface Loaded<T> {
  value: T | null; // the one before stays while the next is on its way
  problem: Problem | null;
  loading: boolean;
  again: () => void;
}

/** What an address of the API answers; null asks nothing. */
export function useLoaded<T>(path: string | null): Loaded<T> {
  const [state, setState] = useState<Omit<Loaded<T>, "again">>({
    value: path === null ? null : ((kept.get(path) as T | undefined) ?? null),
    problem: null,
    loading: path !== null,
  });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (path === null) {
      setState({ value: null, problem: null, loading: false });
      return;
    }
    const stop = new AbortController();
    setState((old) => ({
      value: (kept.get(path) as T | undefined) ?? old.value,
      problem: null,
      loading: true,
    }));
    get<T>(path, stop.signal).then(
      (value) => {
        keep(path, value);
        setState({ value, problem: null, loading: false });
      },
      (problem) => {
        if (!stop.signal.aborted) setState({ value: null, problem, loading: false });
      },
    );
    return () => stop.abort();
  }, [path, turn]);
  return { ...state, again: () => setTurn(turn + 1) };
}
