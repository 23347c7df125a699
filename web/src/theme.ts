// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

/** Light, dark, or as the system has it. */
export type Theme = "light" | "dark" | "system";

const key = "demarche.theme";

export function storedTheme(): Theme {
  try {
    const kept = localStorage.getItem(key);
    return kept === "light" || kept === "dark" ? kept : "system";
  } catch {
    return "system"; // storage may be forbidden
  }
}

export function applyTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export function keepTheme(theme: Theme): void {
  applyTheme(theme);
  try {
    if (theme === "system") localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // It holds for this page, then.
  }
}
