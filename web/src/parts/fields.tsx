// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from "preact";
import { setFields } from "../navigate";

/** A filter is a field of the address: no button to press. */
export function Choice({
  name,
  label,
  value,
  options,
  none = "any",
}: {
  name: string;
  label: string;
  value: string | undefined;
  none?: string;
  options: readonly (readonly [value: string, words: string])[];
}) {
  return (
    <label class="field">
      <span>{label}</span>
      <select
        value={value ?? ""}
        onChange={(event) => setFields({ [name]: event.currentTarget.value })}
      >
        <option value="">{none}</option>
        {options.map(([id, words]) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
        {value && !options.some(([id]) => id === value) && <option value={value}>{value}</option>}
      </select>
    </label>
  );
}

export function Day({
  name,
  label,
  value,
}: {
  name: string;
  label: string;
  value: string | undefined;
}) {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="date"
        value={value ?? ""}
        onChange={(event) => setFields({ [name]: event.currentTarget.value })}
      />
    </label>
  );
}

export function Words({
  name,
  label,
  value,
  placeholder,
}: {
  name: string;
  label: string;
  value: string | undefined;
  placeholder?: string;
}) {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="search"
        value={value ?? ""}
        dir="auto"
        placeholder={placeholder}
        onChange={(event) => setFields({ [name]: event.currentTarget.value })}
      />
    </label>
  );
}

export function Pages({
  next,
  cursor,
  shown,
  children,
}: {
  next: string | null;
  cursor: string | undefined;
  shown: number;
  children?: ComponentChildren;
}) {
  if (!next && !cursor) return null;
  return (
    <nav class="pages" aria-label="More rows">
      {cursor && (
        <button type="button" class="button" onClick={() => setFields({ cursor: undefined })}>
          First rows
        </button>
      )}
      {next && (
        <button type="button" class="button" onClick={() => setFields({ cursor: next })}>
          Next {shown}
        </button>
      )}
      {children}
    </nav>
  );
}
