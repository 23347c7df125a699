// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { keepToken, type Loaded, type Problem } from "../api";

export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children}
    </div>
  );
}

/** Asks for a token where the server wants one; `again` repeats what was refused. */
export function TokenForm({ again }: { again: () => void }) {
  const [token, setToken] = useState("");
  const keep = (event: SubmitEvent) => {
    event.preventDefault();
    keepToken(token.trim());
    again();
  };
  return (
    <form class="inline-form" onSubmit={keep}>
      <label>
        Token
        <input
          type="password"
          value={token}
          autocomplete="off"
          onInput={(event) => setToken(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button">
        Use it in this tab
      </button>
    </form>
  );
}

export function Trouble({ problem, again }: { problem: Problem; again?: () => void }) {
  return (
    <div class="trouble" role="alert">
      <p class="trouble-title">{problem.status === 404 ? "Not here" : "That did not work"}</p>
      <p>{problem.message}.</p>
      {problem.allowed.length > 0 && <p class="soft">Allowed: {problem.allowed.join(", ")}</p>}
      {problem.status === 401 && again && <TokenForm again={again} />}
      {again && problem.status !== 404 && (
        <button type="button" class="button" onClick={again}>
          Try again
        </button>
      )}
    </div>
  );
}

/** What was loaded; before that a word, and in its stead the trouble. */
export function Await<T>(props: { of: Loaded<T>; children: (value: T) => ComponentChildren }) {
  const { of } = props;
  if (of.problem) return <Trouble problem={of.problem} again={of.again} />;
  if (of.value === null)
    return (
      <p class="loading" role="status">
        Loading …
      </p>
    );
  return (
    <div class="loaded" aria-busy={of.loading}>
      {props.children(of.value)}
    </div>
  );
}
