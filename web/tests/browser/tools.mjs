// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "../../dev.mjs";

const web = join(dirname(fileURLToPath(import.meta.url)), "../..");
const root = join(web, "..");
const axeSource = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);

export function openBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
  });
}

function inputs() {
  const folder = join(root, "examples");
  const examples = readdirSync(folder)
    .filter((name) => /\.(html|txt|jsonl)$/.test(name))
    .sort();
  return [...examples.map((name) => join(folder, name)), join(web, "tests/pages.jsonl")];
}

/**
 * A store of the invented pages, its server, and web/dist before it; with OWN_PAGES=1 the pages
 * are those that the program carries.
 */
export async function startSite({ keepText = true } = {}) {
  const program = process.env.PROGRAM ?? join(root, "build/release/demarche");
  const folder = mkdtempSync(join(tmpdir(), "demarche-pages-"));
  const store = join(folder, "pages.store");
  const overlay = ["--actors", join(root, "examples/overlay")];
  execFileSync(program, [
    "read",
    ...overlay,
    "--into",
    store,
    "--keep-text",
    keepText ? "yes" : "no",
    "--quiet",
    ...inputs(),
  ]);
  const server = spawn(program, ["serve", store, "--port", "0", ...overlay], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [line] = await once(server.stdout, "data");
  const port = /:(\d+)\//.exec(String(line))[1];
  const pages = process.env.OWN_PAGES ? null : await serve(0, `http://127.0.0.1:${port}`);
  return {
    origin: `http://localhost:${pages ? pages.address().port : port}`,
    stop: async () => {
      pages?.closeAllConnections();
      pages?.close();
      server.kill("SIGINT");
      await once(server, "exit");
      rmSync(folder, { recursive: true });
    },
  };
}

/** All that axe-core finds, in words. */
export async function findBarriers(page) {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run(document, { resultTypes: ["violations"] }),
  );
  return violations.map(
    (one) =>
      `${one.impact}: ${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join(", ")}`,
  );
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
    issues: "/issues",
    issue: `/issues/${signal.issue}`,
    map: "/map",
    search: "/search?q=talks",
    wrong: "/search?q=before%3Atomorrow",
    try: "/try",
    status: "/status",
    lost: "/nowhere/at/all",
  };
}
