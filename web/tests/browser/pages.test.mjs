// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
// Every page in a real browser, under the policy that the server sends:
//   PROGRAM=build/release/demarche CHROMIUM=/usr/bin/chromium npm run test:browser
// With OWN_PAGES=1 the pages are those in the program, else those of web/dist.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { addresses, findBarriers, openBrowser, startSite } from "./tools.mjs";

let site, bare, browser;
before(async () => {
  [site, bare, browser] = [
    await startSite(),
    await startSite({ keepText: false }),
    await openBrowser(),
  ];
});
after(async () => {
  await browser?.close();
  await site?.stop();
  await bare?.stop();
});

/** A page whose every error fails the test. A refused request is not an error of the page. */
async function open(path, options = {}) {
  const { origin = site.origin, ...look } = options;
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...look });
  page.errors = [];
  page.on("pageerror", (error) => page.errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      page.errors.push(message.text());
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith("data:"))
      page.errors.push(`asked another host: ${url}`);
  });
  await page.goto(origin + path, { waitUntil: "networkidle" });
  return page;
}

async function done(page) {
  assert.deepEqual(page.errors, []);
  await page.close();
}

test("no page has a barrier, is too wide, or breaks the policy", async () => {
  const looks = [
    {},
    { colorScheme: "dark" },
    { viewport: { width: 320, height: 640 } },
    { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
  ];
  for (const [name, path] of Object.entries(await addresses(site.origin))) {
    for (const look of looks) {
      const page = await open(path, look);
      const told = `${name} ${JSON.stringify(look)}`;
      const found = await findBarriers(page);
      assert.deepEqual(found, [], told);
      assert.ok(
        (await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0,
        `${told} is too wide`,
      );
      assert.equal(await page.locator("h1").count(), 1, told);
      await done(page);
    }
  }
});

test("the board filters, and its address holds the filters", async () => {
  const page = await open("/");
  const all = await page.locator(".signal-card").count();
  await page.getByLabel("status").selectOption("flag");
  await page.waitForURL("**?status=flag");
  await page.waitForFunction(
    (count) => document.querySelectorAll(".signal-card").length < count,
    all,
  );
  assert.equal(await page.locator(".chip-watch").count(), 0);
  await page.reload({ waitUntil: "networkidle" });
  assert.equal(await page.getByLabel("status").inputValue(), "flag");
  await page.goBack();
  await page.waitForFunction(
    (count) => document.querySelectorAll(".signal-card").length === count,
    all,
  );
  await done(page);
});

test("more rows come by a cursor in the address, and going back shows the ones before", async () => {
  const page = await open("/");
  const { items } = await (await fetch(`${site.origin}/api/signals`)).json();
  await page.route("**/api/signals?**", (route) => {
    const later = route.request().url().includes("cursor=");
    const body = later
      ? { items: items.slice(1), next: null }
      : { items: items.slice(0, 1), next: "0:0.9:x" };
    return route.fulfill({ json: body });
  });
  await page.reload({ waitUntil: "networkidle" });
  await page.getByRole("button", { name: /^Next/ }).click();
  await page.waitForURL("**cursor=*");
  const shows = (count) =>
    page.waitForFunction(
      (wanted) => document.querySelectorAll(".signal-card").length === wanted,
      count,
    );
  await shows(items.length - 1);
  await page.goBack();
  await shows(1);
  await done(page);
});

test("a signal is opened, accepted with a reason, and still accepted after a reload", async () => {
  const page = await open("/");
  await page.locator(".signal-card h2 a").first().click();
  await page.getByRole("heading", { name: "The score, line by line" }).waitFor();
  await page.getByRole("button", { name: "Accept" }).click();
  await page.keyboard.press("Enter");
  await page.getByRole("alert").waitFor(); // a reason is needed
  assert.deepEqual(await findBarriers(page), []);
  await page
    .getByLabel("Why do the two really differ?")
    .fill('both are named <b>"officials"</b> שלום');
  await page.keyboard.press("Enter");
  await page.getByText("Accepted by a person").waitFor();
  await page.reload({ waitUntil: "networkidle" });
  await page.getByText("Accepted by a person").waitFor();
  await page.getByText('both are named <b>"officials"</b> שלום').waitFor();
  await page.goto(`${site.origin}/signals?verdict=accepted`, { waitUntil: "networkidle" });
  assert.equal(await page.locator(".signal-card").count(), 1);
  await page.getByRole("button", { name: "Take the verdict back" }).click();
  await page.getByLabel("Why is it open again?").fill("for the next test");
  await page.getByRole("button", { name: "Take back" }).click();
  await page.getByRole("button", { name: "Accept" }).waitFor();
  await done(page);
});

test("a correction is kept beside its row", async () => {
  const { signal } = await addresses(site.origin);
  const page = await open(signal);
  await page.getByText("Something was read wrongly").click();
  await page.getByLabel("What it should be").fill("Elin Dahl");
  await page.getByLabel("How one can tell").fill("the caption names her");
  await page.getByRole("button", { name: "Keep the correction" }).click();
  await page.getByText("speaker: Elin Dahl").waitFor();
  await page.getByText("The same as a table").click();
  assert.deepEqual(await findBarriers(page), []);
  await done(page);
});

test("points of the ruler are read by Tab and lead to their words", async () => {
  const { signal } = await addresses(site.origin);
  const page = await open(signal);
  const point = page.locator(".ruler-point").first();
  await point.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowLeft");
  assert.match(await page.locator(".ruler-line").innerText(), /Hellen|Brandt/);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/documents/**?row=*");
  await page.locator(".row.is-open").waitFor();
  await done(page);
});

test("the document shows a row by pointer and by keyboard, and explains it", async () => {
  const { document } = await addresses(site.origin);
  const page = await open(document);
  await page.locator(".page-text .m-cue").first().hover();
  assert.ok((await page.locator(".page-text .is-lit").count()) > 0);
  await page.locator(".page-text [role=button]").first().focus();
  await page.keyboard.press("Enter");
  await page.waitForURL("**?row=*");
  await page.locator(".explain code").first().waitFor();
  await page
    .getByText(/turned down/)
    .first()
    .waitFor();
  await done(page);
});

test("layers and furniture are switched, and the address keeps it", async () => {
  const { document } = await addresses(site.origin);
  const page = await open(document);
  assert.ok((await page.locator(".page-text .m-place").count()) > 0);
  await page.getByRole("checkbox", { name: "place" }).uncheck();
  assert.equal(await page.locator(".page-text .m-place").count(), 0);
  await page.getByRole("checkbox", { name: /what was cut/ }).check();
  await page.reload({ waitUntil: "networkidle" });
  assert.equal(await page.locator(".page-text .m-place").count(), 0);
  assert.ok((await page.locator(".furniture").count()) > 0);
  await done(page);
});

test("marks stand at their code points, behind letters that take two units", async () => {
  const page = await open("/documents/harbour-0504");
  const said = (await page.locator(".page-text .m-content").allInnerTexts()).join("");
  assert.ok(
    said.endsWith("that Norvenia would use force against Ostravia if the blockade went on"),
    said,
  );
  await done(page);
});

test("a page in a script from right to left stands at the right", async () => {
  const { rtl } = await addresses(site.origin);
  const page = await open(rtl);
  const block = page.locator(".block").last();
  assert.equal(await block.evaluate((node) => getComputedStyle(node).direction), "rtl");
  await done(page);
});

test("without a kept text the rows and offsets are shown", async () => {
  const { row } = await addresses(bare.origin);
  const page = await open(row, { origin: bare.origin });
  await page.getByText("keeps no text").waitFor();
  assert.match(await page.locator(".offsets").first().innerText(), /^\d+–\d+$/);
  await done(page);
});

test("an official and a side have lines, an unknown actor none", async () => {
  const page = await open("/actors/P.NOV.HELLEN");
  await page.getByText("Turning point").first().waitFor();
  await page.goto(`${site.origin}/actors/nobody`, { waitUntil: "networkidle" });
  await page.getByText("Not here").waitFor();
  await done(page);
});

test("search takes words and fields, tells what is wrong, and sorts", async () => {
  const page = await open("/");
  await page.keyboard.press("/");
  await page.keyboard.type("talks speaker:hellen");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/search?q=*");
  await page.locator("tbody tr").first().waitFor();
  await page.getByRole("button", { name: "days" }).click();
  await page.waitForURL("**sort=day");
  await page.getByRole("searchbox").fill("before:tomorrow");
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("alert").waitFor();
  assert.match(await page.getByRole("alert").innerText(), /YYYY-MM-DD/);
  await done(page);
});

test("the map shows its events twice, and days choose among them", async () => {
  const page = await open("/map");
  const marks = page.locator(".world a");
  const all = await marks.count();
  assert.ok(all > 0);
  assert.equal(await page.locator("tbody tr").count(), all);
  await page.getByLabel(/^from/).last().focus();
  for (let i = 0; i < 60; ++i) await page.keyboard.press("ArrowRight");
  await page.waitForURL("**from=*");
  assert.ok((await marks.count()) < all);
  assert.equal(await page.locator("tbody tr").count(), await marks.count());
  await done(page);
});

test("a page that is pasted is read at once", async () => {
  const page = await open("/try");
  await page
    .getByLabel("The page")
    .fill(
      "Ivar Brandt, Norvenia’s deputy foreign minister, said on Monday that talks with Ostravia were pointless.",
    );
  await page.getByLabel("What it is").selectOption("prose");
  await page.getByRole("button", { name: "Read it" }).click();
  await page.locator(".page-text .m-content").first().waitFor({ timeout: 60_000 });
  assert.deepEqual(await findBarriers(page), []);
  await done(page);
});

test("status lists the pages that were read, by words", async () => {
  const page = await open("/status");
  const rows = page.getByRole("table", { name: "Pages that were read" }).locator("tbody tr");
  const all = await rows.count();
  await page.getByLabel("with all these words").fill("pointless");
  await page.keyboard.press("Enter");
  await page.waitForURL("**words=pointless");
  await page.waitForFunction(
    (count) => document.querySelectorAll("[aria-labelledby=pages-read] tbody tr").length < count,
    all,
  );
  await done(page);
});

test("the colours that a reader chooses are kept", async () => {
  const page = await open("/");
  const paper = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  await page.getByRole("button", { name: /Colours/ }).click();
  await page.getByRole("button", { name: /Colours/ }).click();
  assert.notEqual(await paper(), light);
  const dark = await paper();
  await page.reload({ waitUntil: "networkidle" });
  assert.equal(await paper(), dark);
  await done(page);
});

test("a server that is gone is told, with a way to ask again", async () => {
  const page = await open("/");
  await page.route("**/api/status*", (route) => route.abort());
  await page.getByRole("link", { name: "Status" }).click();
  await page.getByText("does not answer").waitFor();
  await page.unroute("**/api/status*");
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("signals", { exact: true }).waitFor();
  await done(page);
});

test("the keyboard alone comes from the top of the page to a signal", async () => {
  const page = await open("/");
  await page.bringToFront();
  await page.locator(".signal-card").first().waitFor();
  await page.keyboard.press("Tab");
  assert.equal(
    await page.evaluate(() => document.activeElement.textContent),
    "Skip to the content",
  );
  await page.keyboard.press("Enter");
  for (let i = 0; i < 20; ++i) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement.matches(".signal-card h2 a"))) break;
  }
  await page.keyboard.press("Enter");
  await page.waitForURL("**/signals/*");
  assert.equal(await page.evaluate(() => document.activeElement.id), "main");
  await done(page);
});
