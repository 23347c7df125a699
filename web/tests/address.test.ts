// Copyright 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  changeFields,
  documentPath,
  readAddress,
  rowPath,
  signalPath,
  splitRow,
  writeQuery,
} from "../src/address";

test("every page of the contract has its address", () => {
  const rows: [path: string, page: string, id: string][] = [
    ["/", "board", ""],
    ["/signals", "board", ""],
    ["/signals/", "board", ""],
    ["/signals/0a1b", "signal", "0a1b"],
    ["/issues", "issues", ""],
    ["/issues/i1", "issue", "i1"],
    ["/documents/d1", "document", "d1"],
    ["/actors/NOV", "actor", "NOV"],
    ["/map", "map", ""],
    ["/search", "search", ""],
    ["/try", "try", ""],
    ["/status", "status", ""],
    ["/documents", "lost", ""],
    ["/map/x", "lost", ""],
    ["/signals/a/b", "lost", ""],
    ["/elsewhere", "lost", ""],
  ];
  for (const [path, page, id] of rows) {
    const address = readAddress(path, "");
    assert.deepEqual([address.page, address.id], [page, id], path);
  }
});

test("an id survives its address, whatever stands in it", () => {
  for (const id of ["sha256:0f#1", "a/b", "50 %", "ä&b=c", "?1", "..", "x\u0000y"]) {
    assert.equal(readAddress(documentPath(id), "").id, id);
    assert.equal(readAddress(signalPath(id), "").id, id);
  }
});

test("a broken escape is no error", () => {
  assert.equal(readAddress("/documents/%E0%A4%A", "").id, "%E0%A4%A");
});

test("fields survive the query, empty ones are left out", () => {
  const fields = { side: "NOV", q: 'speaker:"Tomas Hellen" talks & more', least: "0.6" };
  assert.deepEqual(
    readAddress("/signals", writeQuery({ ...fields, kind: "", topic: undefined })).fields,
    fields,
  );
  assert.equal(writeQuery({}), "");
});

test("a new filter starts at the first rows again", () => {
  const fields = { side: "NOV", cursor: "41" };
  assert.deepEqual(changeFields(fields, { side: "OSV" }), { side: "OSV" });
  assert.deepEqual(changeFields(fields, { cursor: "82" }), { side: "NOV", cursor: "82" });
  assert.deepEqual(changeFields(fields, { side: undefined }), {});
});

test("a row's name ends behind the last '#'", () => {
  assert.deepEqual(splitRow("a#b#s1"), { document: "a#b", row: "s1" });
  assert.deepEqual(splitRow("page"), { document: "page", row: "" });
  assert.equal(rowPath("sha256:0f#s1"), "/documents/sha256%3A0f?row=s1");
});
