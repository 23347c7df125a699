// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
// Bundles the unit tests, which are TypeScript, and runs them with node:test.
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = mkdtempSync(join(tmpdir(), "demarche-web-"));
const tests = readdirSync(here)
  .filter((name) => name.endsWith(".test.ts"))
  .sort();
await build({
  entryPoints: tests.map((name) => join(here, name)),
  outdir: out,
  jsx: "automatic",
  jsxImportSource: "preact",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  format: "esm",
  platform: "node",
  logLevel: "warning",
});
const ran = spawnSync(
  process.execPath,
  ["--test", "--test-reporter=dot", ...tests.map((name) => join(out, name.replace(/ts$/, "mjs")))],
  { stdio: "inherit" },
);
rmSync(out, { recursive: true });
process.exit(ran.status ?? 1);
