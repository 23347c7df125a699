// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import { chromium } from "playwright-core";

export function openBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
  });
}

async function get(url) {
  return (await fetch(url)).json();
}

/** An address of every page, with ids of the store that is served. */
export async function addresses(origin) {
  const { items } = await get(`${origin}/api/signals?limit=5`);
  const signal = items[0].signal;
  const { items: documents } = await get(`${origin}/api/documents?limit=100`);
  const rtl = documents.find((one) => one.language === "he");
  const document = `/documents/${encodeURIComponent(signal.a.document)}`;
  return {
    board: "/",
    filtered: `/signals?side=${signal.side}&status=flag`,
    none: "/signals?least=1&verdict=accepted",
    signal: `/signals/${signal.id}`,
    document,
    row: `${document}?row=${signal.a.row}&furniture=1`,
    ...(rtl && { rtl: `/documents/${encodeURIComponent(rtl.id)}` }),
    official: "/actors/P.NOV.HELLEN",
    side: "/actors/NOV",
    map: "/map",
    search: "/search?q=talks",
    wrong: "/search?q=before%3Atomorrow",
    try: "/try",
    status: "/status",
    lost: "/nowhere/at/all",
  };
}
