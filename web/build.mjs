// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
//
// Bundles src into dist: the same sources give the same bytes, on any machine. No names with hashes
// (the server sends ETags), no paths, no day.
import { build } from "esbuild";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "dist");
const mostBytes = 120_000; // of all files together, gzipped

// Only what lands in the bundle is named in LICENSES.txt.
function writeLicences(metafile) {
  const packages = new Set();
  for (const path of Object.keys(metafile.inputs)) {
    const found = path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)\//);
    if (found) packages.add(found[1]);
  }
  const parts = [...packages].sort().map((name) => {
    const folder = join(here, "node_modules", name);
    const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder)
      .sort()
      .find((one) => /^licen[cs]e/i.test(one));
    const text = file ? readFileSync(join(folder, file), "utf8").trim() : "";
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  const more = "The coastlines are those of Natural Earth, which are in the public domain.\n";
  const head = "These pages contain the following packages.\n";
  writeFileSync(join(dist, "LICENSES.txt"), [head, ...parts, more].join("\n----\n\n"));
}

function checkSize() {
  let all = 0;
  for (const name of readdirSync(dist).sort()) {
    if (name === "LICENSES.txt") continue;
    const bytes = gzipSync(readFileSync(join(dist, name)), { level: 9 }).length;
    console.log(`${String(bytes).padStart(8)}  ${name}`);
    all += bytes;
  }
  console.log(`${String(all).padStart(8)}  bytes gzipped in all, ${mostBytes} at most`);
  if (all > mostBytes) {
    console.error("web/dist: too large");
    process.exit(1);
  }
}

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
const shared = {
  absWorkingDir: here,
  outdir: "dist",
  bundle: true,
  minify: true,
  target: ["chrome123", "firefox120", "safari17.5"],
  legalComments: "none",
  logLevel: "warning",
};
await build({ ...shared, entryPoints: { theme: "src/theme_first.ts" }, format: "iife" });
const result = await build({
  ...shared,
  entryPoints: { app: "src/app.tsx" },
  splitting: true,
  format: "esm",
  chunkNames: "[name]", // one page is loaded late: the map
  jsx: "automatic",
  jsxImportSource: "preact",
  metafile: true,
});
copyFileSync(join(here, "src/index.html"), join(dist, "index.html"));
writeLicences(result.metafile);
checkSize();
