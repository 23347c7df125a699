// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from "preact/hooks";
import { type Address, changeFields, readAddress, writeQuery } from "./address";

const moved = "demarche:moved";

function tellMoved(): void {
  window.dispatchEvent(new Event(moved));
}

export function go(to: string): void {
  history.pushState(null, "", to);
  tellMoved();
  window.scrollTo(0, 0); // going back keeps its place, by the browser
}

/** Changes fields of this page's address. Small steps (a slider, a row) make no history. */
export function setFields(change: Record<string, string | undefined>, step = true): void {
  const { fields } = readAddress(location.pathname, location.search);
  const to = location.pathname + writeQuery(changeFields(fields, change));
  if (step) history.pushState(null, "", to);
  else history.replaceState(null, "", to);
  tellMoved();
  if ("cursor" in change) window.scrollTo(0, 0);
}

/** The address, followed as it moves. */
export function useAddress(): Address {
  const read = () => readAddress(location.pathname, location.search);
  const [address, setAddress] = useState(read);
  useEffect(() => {
    const follow = () => setAddress(read());
    window.addEventListener("popstate", follow);
    window.addEventListener(moved, follow);
    return () => {
      window.removeEventListener("popstate", follow);
      window.removeEventListener(moved, follow);
    };
  }, []);
  return address;
}

export function useTitle(title: string | null): void {
  useEffect(() => {
    if (title) document.title = `${title} · demarche`;
  }, [title]);
}

/** Plain clicks on links of these pages are followed without loading them anew. */
export function followLinks(): void {
  document.addEventListener("click", (event) => {
    const strange =
      event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (strange || event.defaultPrevented || !(event.target instanceof Element)) return;
    const link = event.target.closest("a");
    const href = link?.getAttribute("href");
    if (!href?.startsWith("/") || href.startsWith("/api") || link?.hasAttribute("download")) return;
    if (link?.getAttribute("target")) return;
    event.preventDefault();
    go(href);
  });
}
