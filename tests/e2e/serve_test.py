#!/usr/bin/env python3
# Copyright 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0
"""`demarche serve` as a client sees it: the API over a store, who may ask, and what attacks get."""
import gzip
import hashlib
import http.client
import json
import os
import re
import resource
import signal
import socket
import sqlite3
import subprocess
import tempfile
import time
import unittest
import urllib.parse
from pathlib import Path

BIN = os.environ["DEMARCHE_BIN"]
ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
OVERLAY = EXAMPLES / "overlay"


def make_store(folder):
    store = Path(folder) / "news.store"
    pages = sorted(str(page) for kind in ("html", "txt", "jsonl") for page in EXAMPLES.glob(f"*.{kind}"))
    subprocess.run([BIN, "read", "--actors", OVERLAY, "--quiet", "--into", store, *pages], check=True, timeout=300)
    return store


class Served:
    """A server on a free port; ends with the `with` block."""

    def __init__(self, store, *flags):
        self.errors = tempfile.TemporaryFile("w+", encoding="utf-8")  # a pipe that nobody reads would fill up
        self.process = subprocess.Popen([BIN, "serve", store, "--port", "0", "--actors", OVERLAY, *flags],
                                        stdout=subprocess.PIPE, stderr=self.errors, text=True)
        line = self.process.stdout.readline()
        found = re.search(r"http://\S+?:(\d+)/", line)
        if not found:
            raise AssertionError(line)
        self.port = int(found.group(1))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.communicate(timeout=20)
        self.errors.seek(0)
        self.log = self.errors.read()
        self.errors.close()

    def ask(self, target, method="GET", body=None, **headers):
        """(status, headers, body) of one request; names of headers have _ for -."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            line.request(method, target, body, {name.replace("_", "-"): value for name, value in headers.items()})
            answer = line.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read()
        finally:
            line.close()

    def get(self, target, **headers):
        status, _, body = self.ask(target, **headers)
        return status, json.loads(body)

    def post(self, target, value, **headers):
        status, _, body = self.ask(target, "POST", json.dumps(value), Content_Type="application/json", **headers)
        return status, json.loads(body)

    def raw(self, data, timeout=30):
        """What comes back for these bytes until the server closes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=timeout) as line:
            try:
                line.sendall(data)
                line.shutdown(socket.SHUT_WR)
            except OSError:
                pass  # it has said enough
            answer = b""
            while True:
                try:
                    more = line.recv(65536)
                except ConnectionError:
                    return answer
                if not more:
                    return answer
                answer += more

    def memory(self):
        """Peak of resident memory, bytes."""
        text = Path(f"/proc/{self.process.pid}/status").read_text(encoding="utf-8")
        return int(re.search(r"VmHWM:\s+(\d+) kB", text).group(1)) * 1024


class Api(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        held = tempfile.TemporaryDirectory()
        cls.addClassCleanup(held.cleanup)
        cls.store = make_store(held.name)
        cls.served = Served(cls.store)
        cls.addClassCleanup(cls.served.__exit__)

    def get(self, target, status=200):
        found, body = self.served.get(target)
        self.assertEqual(found, status, body)
        return body

    def test_health_and_status(self):
        self.assertEqual(self.get("/health")["status"], "ok")
        status = self.get("/api/status")
        self.assertGreater(status["documents"], 5)
        self.assertTrue(status["runs"][0]["done"])

    def test_the_board_and_a_signal(self):
        board = self.get("/api/signals?limit=2")
        self.assertEqual(len(board["items"]), 2)
        scores = [item["signal"]["score"] for item in self.get("/api/signals?status=flag")["items"]]
        self.assertEqual(scores, sorted(scores, reverse=True))
        self.assertLess(board["decoys"]["decoy_pairs"], 50)
        self.assertIsNone(board["decoy_rate"])  # nine pages are too few for one
        first = board["items"][0]
        for side in (first["a"], first["b"]):
            self.assertTrue(side["text"] and side["speaker"] and side["row"])
        one = self.get("/api/signals/" + first["signal"]["id"])
        self.assertEqual(one["item"], first)
        self.assertIn("null", one)
        words = one["contexts"]["a"]["words"]
        self.assertIn(words.split()[-1], first["a"]["text"])
        rows = {point["row"] for point in one["issue"]["points"]}
        self.assertIn(first["a"]["row"], rows)
        self.get("/api/signals/none", 404)
        side = first["signal"]["side"]
        self.assertTrue(all(item["signal"]["side"] == side for item in self.get(f"/api/signals?side={side}")["items"]))
        self.assertEqual(self.get("/api/signals?side=NONE")["items"], [])
        self.assertEqual(self.get("/api/signals?from=2999-01-01")["items"], [])

    def test_all_pages_of_a_table_are_the_table(self):
        for path, key in (("/api/statements", "row"), ("/api/events", "row"), ("/api/documents", "id"),
                          ("/api/signals", "signal")):
            whole = [item[key] for item in self.get(path + "?limit=1000")["items"]]
            pieces, cursor = [], ""
            while cursor is not None:
                answer = self.get(f"{path}?limit=3&cursor={urllib.parse.quote(cursor)}")
                pieces += [item[key] for item in answer["items"]]
                cursor = answer["next"]
            self.assertEqual(pieces, whole, path)
            self.assertGreater(len(whole), 2, path)

    def test_tables_as_lines(self):
        _, headers, csv = self.served.ask("/api/statements?format=csv&limit=5")
        self.assertTrue(headers["Content-Type"].startswith("text/csv"))
        self.assertEqual(csv.count(b"\r\n"), 6)
        _, headers, lines = self.served.ask("/api/events?format=jsonl&limit=5")
        self.assertEqual(headers["Content-Type"], "application/x-ndjson")
        rows = [json.loads(line) for line in lines.splitlines()]
        self.assertEqual(len(rows), 5)
        _, _, board = self.served.ask("/api/signals?format=csv")
        signals = self.get("/api/signals")["items"]
        self.assertEqual(board.count(b"\r\n"), 1 + len(signals))
        _, _, lines = self.served.ask("/api/signals?format=jsonl")
        self.assertEqual([json.loads(line) for line in lines.splitlines()], signals)
        self.assertTrue(all(item["a"]["axis"] and item["a"]["from"] for item in signals))
        self.assertTrue(all(row["kind"] == "event" for row in rows))

    def test_documents_rows_and_actors(self):
        for document in self.get("/api/documents")["items"]:
            address = "/api/documents/" + urllib.parse.quote(document["id"], safe="")
            record = self.get(address)
            self.assertEqual(record["id"], document["id"])
            for row in [*record["statements"][:2], *record["events"][:2]]:
                told = self.get(f"{address}/rows/{row['id']}")
                self.assertEqual(told["row"]["value"]["rule"], row["rule"])
            self.get(address + "/rows/none", 404)
        self.get("/api/documents/none", 404)
        actors = self.get("/api/actors?name=nor")["items"]
        self.assertIn("NOV", [actor["id"] for actor in actors])
        side = self.get("/api/actors/NOV")
        self.assertEqual(side["actor"]["name"], "Norvenia")
        self.assertTrue(side["rows"])
        self.get("/api/actors/%3F1", 404)

    def test_the_pages_are_in_the_program(self):
        for address in ("/", "/signals", "/signals/x", "/documents/a%2Fb", "/map", "/try?x=1"):
            status, headers, body = self.served.ask(address)
            self.assertEqual(status, 200, address)
            self.assertTrue(headers["Content-Type"].startswith("text/html"))
        for name in set(re.findall(r"/assets/([\w.-]+)", body.decode())):
            status, headers, file = self.served.ask("/assets/" + name)
            self.assertEqual(status, 200, name)
            self.assertNotIn("octet", headers["Content-Type"])
            _, _, packed = self.served.ask("/assets/" + name, Accept_Encoding="gzip")
            self.assertEqual(gzip.decompress(packed) if packed != file else file, file)
        self.assertNotRegex(body, rb"<script(?![^>]*src)|<style|style=|(src|href)=.https?://")  # nothing inline, nothing from elsewhere
        for address in ("/assets/none.js", "/assets", "/assets/a/b", "/none"):
            self.assertEqual(self.served.ask(address)[0], 404, address)

    def test_disputed_borders_are_those_of_the_policy_and_of_the_user(self):
        places = {item["id"]: item for item in self.get("/api/borders/disputed")["items"]}
        self.assertGreater(len(places), 100)
        self.assertEqual(places["VARDA"]["claimants"], ["NOV", "OSV"])
        self.assertTrue(places["VARDA"]["dashed"])
        self.assertEqual(places["ANKER"]["names_by_side"][0], {"actor": "OSV", "name": "Anker Shoal"})

    def test_the_map_has_events_with_their_points(self):
        for item in self.get("/api/map")["items"]:
            self.assertTrue(-90 <= item["lat"] <= 90 and -180 <= item["lon"] <= 180 and item["place"])
        self.assertTrue(self.get("/api/map")["items"])
        self.assertEqual(self.get("/api/map?side=NONE")["items"], [])

    def test_search(self):
        found = self.get("/api/search?q=" + urllib.parse.quote("side:NOV talks"))["items"]
        self.assertTrue(all(row["side"] == "NOV" and "talks" in row["text"].lower() for row in found))
        by_name = self.get("/api/search?q=" + urllib.parse.quote('speaker:"Ivar Brandt"'))["items"]
        self.assertTrue(by_name)
        self.assertEqual(by_name, self.get("/api/search?q=speaker:brandt")["items"])
        self.assertEqual(self.get("/api/search?q=speaker:nobody")["items"], [])
        for wrong in ("before:May", "speaker:", 'side:"NOV'):
            answer = self.get("/api/search?q=" + urllib.parse.quote(wrong), 400)
            self.assertEqual(answer["field"], "q")
            self.assertIn("before", answer["allowed"])

    def test_a_pasted_page_is_read_and_not_kept(self):
        before = self.get("/api/status")["documents"]
        status, record = self.served.post("/api/try", {"prose": "Ostravia rejected the plan on Monday.",
                                                       "date": "2031-03-05"})
        self.assertEqual(status, 200, record)
        self.assertTrue(record["events"] or record["statements"])
        self.assertEqual(self.get("/api/status")["documents"], before)
        for wrong in ({}, {"prose": 1}, {"html": "a", "prose": "b"}, []):
            self.assertEqual(self.served.post("/api/try", wrong)[0], 422, wrong)
        self.assertEqual(self.served.ask("/api/try", "POST", "x=1")[0], 415)

    def test_verdicts_are_kept_beside_the_signal(self):
        signal_id = self.get("/api/signals?limit=1")["items"][0]["signal"]["id"]
        made = {"target": signal_id, "field": "verdict", "value": "rejected", "why": "<b>one day</b> apart"}
        self.assertEqual(self.served.post("/api/overrides", made)[0], 403)  # not from the pages
        self.assertEqual(self.served.post("/api/overrides", made, X_Demarche="1", Sec_Fetch_Site="cross-site")[0], 403)
        self.assertEqual(self.served.post("/api/overrides", made, X_Demarche="1", Origin="http://other.example")[0], 403)
        self.assertEqual(self.served.post("/api/overrides", made, X_Demarche="1")[0], 201)
        self.assertIn(signal_id, [item["signal"]["id"] for item in self.get("/api/signals?verdict=rejected")["items"]])
        kept = self.get("/api/overrides?target=" + signal_id)["items"][-1]
        self.assertEqual((kept["value"], kept["why"]), ("rejected", made["why"]))
        for wrong, field in (({"target": "none", "field": "verdict", "value": "accepted"}, "target"),
                             ({"field": "verdict"}, "target"), ({**made, "value": "maybe"}, "value"),
                             ({**made, "more": "x"}, "more"), ({**made, "why": "x" * 5000}, "why")):
            status, answer = self.served.post("/api/overrides", wrong, X_Demarche="1")
            self.assertIn(status, (404, 422))
            self.assertEqual(answer["field"], field)

    def test_the_description_is_what_the_server_does(self):
        described = self.get("/api/openapi.json")
        self.assertEqual(described["openapi"], "3.1.0")
        for path, methods in described["paths"].items():
            address = re.sub(r"\{\w+\}", "none", path)
            for method, operation in methods.items():
                if method == "post":
                    continue
                status, _ = self.served.get(address)
                self.assertIn(status, (200, 404), path)
                wrong = self.get(address + "?none=1", 400)
                self.assertEqual(wrong["field"], "none")
                query = [field["name"] for field in operation["parameters"] if field["in"] == "query"]
                self.assertEqual(wrong.get("allowed", []), query, path)
                for field in operation["parameters"]:
                    schema = field["schema"]
                    bad = {"integer": "x", "number": "2"}.get(schema["type"], "2031-13-01")
                    if field["in"] == "query" and (schema["type"] != "string" or schema.get("format") or "enum" in schema):
                        answer = self.get(f"{address}?{field['name']}={bad}", 400)
                        self.assertEqual(answer["field"], field["name"])
                        self.assertEqual(answer.get("allowed", []), schema.get("enum", []))
                self.assertEqual(self.served.ask(address, "DELETE")[0], 405)

    def test_answers_can_be_kept_and_packed(self):
        _, headers, body = self.served.ask("/api/statements")
        status, again, nothing = self.served.ask("/api/statements", If_None_Match=headers["ETag"])
        self.assertEqual((status, nothing, again["ETag"]), (304, b"", headers["ETag"]))
        _, packed, small = self.served.ask("/api/statements", Accept_Encoding="gzip")
        self.assertEqual(packed["Content-Encoding"], "gzip")
        self.assertEqual(gzip.decompress(small), body)
        status, head, nothing = self.served.ask("/api/statements", "HEAD")
        self.assertEqual((status, nothing, head["Content-Length"]), (200, b"", headers["Content-Length"]))


class Attacks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        held = tempfile.TemporaryDirectory()
        cls.addClassCleanup(held.cleanup)
        cls.store = make_store(held.name)
        cls.served = Served(cls.store)
        cls.addClassCleanup(cls.served.__exit__)

    def tearDown(self):
        status, _ = self.served.get("/health")  # others are served
        self.assertEqual(status, 200)
        if os.environ.get("DEMARCHE_SANITIZED", "0") == "0":
            self.assertLess(self.served.memory(), 300 << 20)

    def status_of(self, data):
        answer = self.served.raw(data)
        self.assertRegex(answer[:13], rb"^HTTP/1\.1 \d\d\d $", answer[:80])
        return int(answer[9:12])

    def test_bodies_without_end(self):
        head = (b"POST /api/try HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                b"Transfer-Encoding: chunked\r\n\r\n")
        chunk = b"100000\r\n" + b"x" * 0x100000 + b"\r\n"
        self.assertEqual(self.status_of(head + chunk * 64 + b"0\r\n\r\n"), 413)
        overrides = head.replace(b"/api/try", b"/api/overrides")
        self.assertEqual(self.status_of(overrides + chunk), 403)
        self.assertEqual(self.status_of(overrides.replace(b"\r\n\r\n", b"\r\nX-Demarche: 1\r\n\r\n") + chunk), 413)
        self.assertEqual(self.status_of(head.replace(b"Transfer-Encoding: chunked", b"Content-Length: 67108864")), 413)
        self.assertEqual(self.status_of(head + b"zz\r\n"), 400)
        coded = self.served.raw(head.replace(b"chunked", b"gzip") + b"{}GET / HTTP/1.1\r\n\r\n")
        self.assertEqual((coded[9:12], coded.count(b"HTTP/1.1 ")), (b"400", 1))

    def test_headers_without_end(self):
        self.assertEqual(self.status_of(b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 100000), 431)
        self.assertEqual(self.status_of(b"GET /" + b"a" * 100000), 431)
        self.assertEqual(self.status_of(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n"), 400)

    def test_long_pages_hold_nobody_up(self):
        page = json.dumps({"prose": "Norvenia rejected the plan on Monday. " * 4000})
        head = (f"POST /api/try HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                f"Connection: close\r\nContent-Length: {len(page)}\r\n\r\n").encode()
        lines = [socket.create_connection(("127.0.0.1", self.served.port)) for _ in range(8)]
        for line in lines:
            line.sendall(head + page.encode())
        begin = time.monotonic()
        self.assertEqual(self.served.get("/health")[0], 200)
        self.assertLess(time.monotonic() - begin, 2)
        answers = [int(line.recv(12)[9:12]) for line in lines]
        for line in lines:
            line.close()
        self.assertIn(200, answers)
        self.assertLessEqual(set(answers), {200, 503})

    def test_slow_clients(self):
        lines = [socket.create_connection(("127.0.0.1", self.served.port)) for _ in range(200)]
        try:
            for line in lines:
                line.sendall(b"GET /api/signals HTTP/1.1\r\nHost: loc")
            begin = time.monotonic()
            for _ in range(20):
                self.assertEqual(self.served.get("/api/signals?limit=1")[0], 200)
            self.assertLess(time.monotonic() - begin, 10)
        finally:
            for line in lines:
                line.close()

    def test_addresses(self):
        for target in ("/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/assets/..%2f..%2fetc%2fpasswd",
                       "/a%00b", "/%ff", "/%c0%ae", "/a%0d%0aSet-Cookie:x", "/api/documents/%", "/./x"):
            request = f"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode()
            self.assertIn(self.status_of(request), (400, 404), target)

    def test_hostile_words_in_every_field(self):
        described = self.served.get("/api/openapi.json")[1]
        hostile = ["' OR 1=1 --", '"; DROP TABLE documents; --', "<script>alert(1)</script>", "%", "\\", "*", "NEAR(a b)",
                   'a" OR "b', "'" * 500, "\u202e\u0000x".replace("\u0000", ""), "{}", "[]", "9" * 400, "-1", "1e999"]
        for path, methods in described["paths"].items():
            for field in methods.get("get", {}).get("parameters", []):
                for words in hostile:
                    quoted = urllib.parse.quote(words, safe="")
                    address = (re.sub(r"\{\w+\}", quoted, path) if field["in"] == "path" else
                               f"{re.sub(r'{.*?}', 'none', path)}?{field['name']}={quoted}")
                    status, headers, body = self.served.ask(address)
                    self.assertIn(status, (200, 400, 404), (address, body))
                    self.assertIn("json", headers["Content-Type"])
                    self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
        self.assertGreater(self.served.get("/api/status")[1]["documents"], 5)

    def test_other_names_of_this_machine(self):
        for host in ("news.example", "localhost.example", "", "127.0.0.1.example:80"):
            self.assertEqual(self.served.ask("/api/signals", Host=host)[0], 403, host)
        for host in ("localhost", "127.0.0.1:1", "[::1]:9"):
            self.assertEqual(self.served.ask("/api/signals", Host=host)[0], 200, host)


class Tokens(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        held = tempfile.TemporaryDirectory()
        cls.addClassCleanup(held.cleanup)
        cls.folder = Path(held.name)
        cls.store = make_store(held.name)
        cls.tokens = cls.folder / "tokens"
        lines = [(b"reader-1", "read", "desk"), (b"editor-1", "read,write", "editor")]
        cls.tokens.write_text("# of the desk\n" + "".join(
            f"{hashlib.sha256(token).hexdigest()} {scopes} {name}\n" for token, scopes, name in lines), encoding="utf-8")

    def test_reading_and_writing_want_their_tokens(self):
        with Served(self.store, "--listen", "0.0.0.0", "--token-file", self.tokens) as served:
            self.assertEqual(served.get("/health")[0], 200)
            self.assertEqual(served.get("/api/signals")[0], 401)
            self.assertEqual(served.get("/api/signals", Authorization="Bearer wrong")[0], 401)
            self.assertEqual(served.get("/api/signals", Authorization="Basic reader-1")[0], 401)
            status, body = served.get("/api/signals", Authorization="Bearer reader-1")
            self.assertEqual(status, 200)
            made = {"target": body["items"][0]["signal"]["id"], "field": "verdict", "value": "accepted"}
            self.assertEqual(served.post("/api/overrides", made, X_Demarche="1", Authorization="Bearer reader-1")[0], 401)
            self.assertEqual(served.post("/api/overrides", made, Authorization="Bearer editor-1")[0], 403)
            self.assertEqual(served.post("/api/overrides", made, X_Demarche="1", Authorization="Bearer editor-1")[0], 201)
            kept = served.get("/api/overrides", Authorization="Bearer reader-1")[1]["items"]
            self.assertEqual(kept[-1]["author"], "editor")
        self.assertNotIn("reader-1", served.log)

    def test_public_reading(self):
        with Served(self.store, "--listen", "0.0.0.0", "--public-read") as served:
            self.assertEqual(served.get("/api/signals")[0], 200)
            made = {"target": "x", "field": "verdict", "value": "accepted"}
            self.assertEqual(served.post("/api/overrides", made, X_Demarche="1")[0], 401)

    def test_bad_starts_are_told_in_a_line(self):
        def refused(*flags, store=self.store):
            done = subprocess.run([BIN, "serve", store, *flags], capture_output=True, text=True, timeout=60, check=False)
            self.assertNotEqual(done.returncode, 0, flags)
            self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
            return done.stderr

        self.assertIn("--token-file", refused("--listen", "0.0.0.0"))
        self.assertIn("IP address", refused("--listen", "nowhere"))
        self.assertIn("65535", refused("--port", "70000"))
        bad = self.folder / "bad"
        bad.write_text("reader-1 read desk\n", encoding="utf-8")
        self.assertIn("bad:1", refused("--token-file", bad))
        self.assertIn("none", refused("--token-file", self.folder / "none"))
        self.assertIn("missing.store", refused(store=self.folder / "missing.store"))
        other = self.folder / "other.store"
        with sqlite3.connect(other) as database:
            database.execute("CREATE TABLE t (a)")
        self.assertIn("other.store", refused(store=other))
        with Served(self.store) as served:
            self.assertIn(str(served.port), refused("--port", str(served.port)))


class Stores(unittest.TestCase):
    def test_a_store_that_is_written_to_is_served(self):
        with tempfile.TemporaryDirectory() as folder:
            store = make_store(folder)
            with Served(store) as served:
                before = served.get("/api/status")[1]["documents"]
                page = Path(folder) / "more.txt"
                page.write_text("Ostravia rejected the plan, Irena Kovar, its foreign minister, said on Monday.\n",
                                encoding="utf-8")
                subprocess.run([BIN, "read", "--quiet", "--as", "prose", "--into", store, page], check=True, timeout=120)
                self.assertEqual(served.get("/api/status")[1]["documents"], before + 1)
                lock = sqlite3.connect(store)
                lock.execute("BEGIN EXCLUSIVE")
                status, answer = served.get("/api/status")
                self.assertIn(status, (200, 503), answer)
                lock.rollback()
                lock.close()
                self.assertEqual(served.get("/api/status")[0], 200)

    def test_an_open_request_is_finished_when_it_ends(self):
        with tempfile.TemporaryDirectory() as folder, Served(make_store(folder)) as served:
            with socket.create_connection(("127.0.0.1", served.port)) as idle:
                served.get("/health")  # by now the idle one is taken, too
                begin = time.monotonic()
                served.process.send_signal(signal.SIGINT)
                self.assertEqual(idle.recv(10), b"")
                served.process.wait(timeout=10)
                self.assertLess(time.monotonic() - begin, 4)
            self.assertEqual(served.process.returncode, 0)


if __name__ == "__main__":
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, max(soft, 2048)), hard))
    unittest.main()
