// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
//
// Pictures of every page for the eye:   node tests/browser/shots.mjs http://localhost:8090 FOLDER [PAGE...]
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { addresses, openBrowser } from "./tools.mjs";

const [origin, folder, ...wanted] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const looks = {
  wide: { viewport: { width: 1280, height: 800 } },
  dark: { viewport: { width: 1280, height: 800 }, colorScheme: "dark" },
  narrow: { viewport: { width: 375, height: 700 } },
  zoom: { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }, // 1280 at 200 %
};
const browser = await openBrowser();
for (const [name, path] of Object.entries(await addresses(origin))) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const [look, options] of Object.entries(looks)) {
    const page = await browser.newPage(options);
    page.on(
      "console",
      (message) => message.type() === "error" && console.log(name, message.text()),
    );
    page.on("pageerror", (error) => console.log(name, error.message));
    await page.goto(origin + path, { waitUntil: "networkidle" });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) console.log(`${name}-${look}: ${over} px too wide`);
    await page.screenshot({ path: join(folder, `${name}-${look}.png`), fullPage: true });
    await page.close();
  }
}
await browser.close();
