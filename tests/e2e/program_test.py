# Copyright 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0
"""Runs the real program (DEMARCHE_BIN) on pages of invented states and people."""
import json
import os
import resource
import signal
import sqlite3
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

BIN = os.environ["DEMARCHE_BIN"]
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
OVERLAY = EXAMPLES / "overlay"
PAGE = """<html><head><title>Ferry talks stall</title></head><body><article>
<h1>Ferry talks stall</h1>
<p>Norvenia rejected the ferry plan of Ostravia on Tuesday, its foreign ministry said.</p>
<p>"We will not sign," said Ida Brandel, an official in Velmark.</p></article></body></html>"""


def run(*arguments, stdin=b"", **options):
    return subprocess.run([BIN, *map(str, arguments)], input=stdin, capture_output=True,
                          timeout=120, check=False, **options)


def small_files():
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))


class Folder(unittest.TestCase):
    def setUp(self):
        self.held = tempfile.TemporaryDirectory()
        self.addCleanup(self.held.cleanup)
        self.folder = Path(self.held.name)

    def file(self, name, content=PAGE):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def records(self, done):
        return [json.loads(line) for line in done.stdout.splitlines()]


class Help(unittest.TestCase):
    def test_help_names_every_verb(self):
        done = run("--help")
        self.assertEqual(done.returncode, 0)
        for verb in (b"read", b"signals", b"query", b"explain", b"check", b"work", b"Examples"):
            self.assertIn(verb, done.stdout)

    def test_version(self):
        self.assertRegex(run("--version").stdout, rb"^demarche \d+\.\d+\.\d+\n$")

    def test_every_verb_has_an_example(self):
        for verb in ("read", "signals", "query", "explain", "check", "work"):
            done = run(verb, "--help")
            self.assertEqual(done.returncode, 0, verb)
            self.assertIn(b"Example", done.stdout)

    def test_misspelt_verb(self):
        done = run("raed", "x")
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"did you mean 'read'", done.stderr)

    def test_what_comes_later(self):
        for arguments in (["serve"], ["diff"], ["read", "--as", "warc", "x"],
                          ["read", "--format", "gdelt", "x"], ["read", "--model", "full", "x"],
                          ["signals", "--null", "x"]):
            done = run(*arguments)
            self.assertEqual(done.returncode, 2, arguments)
            self.assertIn(b"comes later", done.stderr)
            self.assertEqual(done.stdout, b"")

    def test_wrong_usage(self):
        for arguments in ([], ["read"], ["read", "--nonsense", "x"], ["read", "--date", "May", "x"],
                          ["read", "--format", "jsnol", "x"], ["query", "x", "staments"]):
            self.assertEqual(run(*arguments).returncode, 2, arguments)


class BadInput(Folder):
    def read(self, *arguments):
        done = run("read", "--format", "jsonl", *arguments)
        self.assertIn(done.returncode, (0, 1))
        return done

    def test_a_missing_file_among_good_ones(self):
        good = self.file("a.html")
        done = self.read(good, self.folder / "none.html", good)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(len(self.records(done)), 2)
        self.assertIn(b"none.html: cannot be read: No such file", done.stderr)

    def test_an_empty_file(self):
        done = self.read(self.file("empty.html", b""))
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"empty.html: cannot be read: is empty", done.stderr)

    def test_a_file_of_100_megabytes(self):
        path = self.folder / "huge.html"
        with open(path, "wb") as file:
            file.truncate(100_000_000)
        done = self.read(path)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"huge.html: too large", done.stderr)

    def test_odd_bytes_end_nothing(self):
        odd = {"binary.html": bytes(range(256)) * 64,
               "deep.html": b"<div>" * 100_000 + b"Norvenia" + b"</div>" * 100_000,
               "broken.txt": b"Norvenia said \xff\xfe\xc3 no.\n" * 5,
               "wide.txt": PAGE.encode("utf-16"),
               "no_text.html": b"<html><body><img src=x></body></html>"}
        for name, content in odd.items():
            done = self.read(self.file(name, content), self.file("good.html"))
            found = self.records(done)
            self.assertEqual(found[-1]["title"], "Ferry talks stall", name)
            if done.returncode == 1:
                self.assertIn(name.encode() + b": ", done.stderr)
            else:
                self.assertEqual(len(found), 2, name)

    def test_an_unknown_date_is_null(self):
        self.assertIsNone(self.records(self.read(self.file("a.html")))[0]["published"])

    def test_the_date_of_the_option(self):
        done = self.read("--date", "2031-04-02", self.file("a.html"))
        self.assertEqual(self.records(done)[0]["published"],
                         {"value": "2031-04-02", "from": "option"})

    def test_lines_are_named(self):
        path = self.file("a.jsonl", '{"id": "1", "prose": "Norvenia waits."}\n{"id": \n'
                                    '{"id": "3", "prose": "Ostravia waits."}\n')
        done = self.read(path)
        self.assertEqual(done.returncode, 1)
        self.assertEqual([row["id"] for row in self.records(done)], ["1", "3"])
        self.assertIn(b"a.jsonl:2: ", done.stderr)

    def test_links_in_a_folder_are_not_followed(self):
        self.file("b.html")
        self.file("a.html")
        (self.folder / "c.html").symlink_to(self.folder / "a.html")
        paths = [row["input"]["path"] for row in self.records(self.read(self.folder))]
        self.assertEqual(paths, [str(self.folder / "a.html"), str(self.folder / "b.html")])

    def test_output_that_cannot_be_written(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([BIN, "read", str(self.file("a.html"))], stdout=full,
                                  stderr=subprocess.PIPE, timeout=120, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"standard output: cannot be written", done.stderr)


class Overlays(Folder):
    def test_an_overlay_takes_one_folder(self):
        """The page that stands behind it is an input, no overlay."""
        done = run("read", "--format", "jsonl", "--actors", OVERLAY, self.file("a.html"))
        self.assertEqual(done.returncode, 0, done.stderr)
        sides = {row["side"] for row in self.records(done)[0]["actors"]}
        self.assertIn("NOV", sides)


class SameBytes(Folder):
    def test_jobs_and_runs_change_nothing(self):
        lines = [json.dumps({"id": str(i), "prose": f"Norvenia rejected plan {i} of Ostravia."})
                 for i in range(200)]
        path = self.file("a.jsonl", "\n".join(lines))
        first = run("read", "--format", "jsonl", "--jobs", 1, path).stdout
        self.assertEqual(len(first.splitlines()), 200)
        for jobs in (1, 2, 7):
            self.assertEqual(run("read", "--format", "jsonl", "--jobs", jobs, path).stdout, first)


class Stores(Folder):
    def test_a_store_answers(self):
        store = self.folder / "a.store"
        done = run("read", "--into", store, self.file("a.html"))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stdout, b"")
        self.assertIn(b"1 documents read, 0 failed", done.stderr)
        self.assertEqual(len(run("query", store, "documents").stdout.splitlines()), 1)
        self.assertEqual(run("signals", store, "--format", "jsonl").returncode, 0)
        again = run("read", "--into", store, self.folder / "a.html")
        self.assertEqual(again.returncode, 0)
        self.assertIn(b"skipped", again.stderr)

    def test_a_folder_in_its_place(self):
        (self.folder / "a.store").mkdir()
        done = run("read", "--into", self.folder / "a.store", self.file("a.html"))
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"is a folder", done.stderr)

    def test_another_version(self):
        store = self.folder / "a.store"
        run("read", "--into", store, self.file("a.html"))
        with sqlite3.connect(store) as database:
            database.execute("PRAGMA user_version = 9")
        done = run("signals", store)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"store of version 9: this program reads version 1", done.stderr)

    def test_a_store_that_cannot_grow(self):
        store = self.folder / "a.store"
        done = run("read", "--into", store, self.file("a.html"), preexec_fn=small_files)
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn(b"a.store: ", done.stderr)

    def test_a_killed_run_leaves_a_store_that_opens(self):
        store = self.folder / "a.store"
        running = subprocess.Popen([BIN, "read", "--into", str(store), "--as", "jsonl", "-"],
                                   stdin=subprocess.PIPE, stderr=subprocess.DEVNULL)
        for i in range(400):
            line = json.dumps({"id": str(i), "prose": f"Norvenia rejected plan {i}. " * 40})
            running.stdin.write(line.encode() + b"\n")
        running.stdin.flush()  # and no end: it waits for more
        deadline = time.time() + 60
        while time.time() < deadline:
            if run("query", store, "documents").stdout:
                break
            time.sleep(.05)
        running.send_signal(signal.SIGKILL)
        running.wait()
        running.stdin.close()
        kept = len(run("query", store, "documents", "--format", "jsonl").stdout.splitlines())
        self.assertGreater(kept, 0)
        with sqlite3.connect(store) as database:
            rows = database.execute("SELECT state, documents FROM runs").fetchall()
        self.assertEqual(rows, [("running", kept)])


class Work(Folder):
    def test_a_line_for_a_line(self):
        lines = [b'{"id": "1", "prose": "Norvenia waits."}', b"nonsense",
                 b'{"id": 7}', b'{"id": "4", "prose": "Ostravia waits."}']
        done = run("work", stdin=b"\n".join(lines) + b"\n")
        self.assertEqual(done.returncode, 0, done.stderr)
        rows = self.records(done)
        self.assertEqual(len(rows), 4)
        self.assertEqual(rows[0]["id"], "1")
        self.assertIn("error", rows[1])
        self.assertIn("error", rows[2])
        self.assertEqual(rows[3]["id"], "4")


class Check(Folder):
    def test_a_folder_without_tables(self):
        done = run("check", self.folder)
        self.assertEqual(done.returncode, 1)
        self.assertNotEqual(done.stderr, b"")


if __name__ == "__main__":
    unittest.main()
