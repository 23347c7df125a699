// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState } from "preact/hooks";
import { writeQuery, type Address } from "../address";
import { go } from "../navigate";
import { keepTheme, storedTheme, type Theme } from "../theme";

const rooms: [path: string, name: string, pages: string[]][] = [
  ["/", "Signals", ["board", "signal"]],
  ["/issues", "Issues", ["issues", "issue"]],
  ["/map", "Map", ["map"]],
  ["/try", "Try it", ["try"]],
  ["/status", "Status", ["status"]],
];

const nextTheme: Record<Theme, Theme> = { system: "light", light: "dark", dark: "system" };
const themeWords: Record<Theme, string> = { system: "as system", light: "light", dark: "dark" };

function ThemeSwitch() {
  const [theme, setTheme] = useState(storedTheme());
  const turn = () => {
    keepTheme(nextTheme[theme]);
    setTheme(nextTheme[theme]);
  };
  return (
    <button type="button" class="theme-switch" onClick={turn}>
      <span class={`theme-dot theme-${theme}`} aria-hidden="true" />
      <span class="hidden">Colours: </span>
      {themeWords[theme]}
    </button>
  );
}

function SearchBox({ address }: { address: Address }) {
  const asked = address.page === "search" ? (address.fields.q ?? "") : "";
  const [words, setWords] = useState(asked);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => setWords(asked), [asked]);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof Element && event.target.matches("input, textarea, select");
      if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      box.current?.focus();
    };
    document.addEventListener("keydown", focus);
    return () => document.removeEventListener("keydown", focus);
  }, []);
  const search = (event: SubmitEvent) => {
    event.preventDefault();
    go(`/search${writeQuery({ q: words.trim() })}`);
  };
  return (
    <form class="search-box" role="search" onSubmit={search}>
      <label class="hidden" for="search-words">
        Search statements and events
      </label>
      <input
        id="search-words"
        type="search"
        ref={box}
        value={words}
        dir="auto"
        placeholder="Search what was said and done"
        autocomplete="off"
        onInput={(event) => setWords(event.currentTarget.value)}
      />
      <button type="submit" class="button">
        Search
      </button>
    </form>
  );
}

export function Header({ address }: { address: Address }) {
  return (
    <header class="header">
      <div class="header-inner">
        <a class="brand" href="/">
          demarche
        </a>
        <nav class="rooms-nav" aria-label="Pages">
          <ul class="rooms">
            {rooms.map(([path, name, pages]) => (
              <li key={path}>
                <a href={path} aria-current={pages.includes(address.page) ? "page" : undefined}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <SearchBox address={address} />
        <ThemeSwitch />
      </div>
    </header>
  );
}
