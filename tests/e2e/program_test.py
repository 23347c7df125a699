# Copyright 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0
"""Runs the real program (DEMARCHE_BIN) on pages of invented states and people."""
import fcntl
import json
import os
import pty
import re
import resource
import shlex
import shutil
import signal
import sqlite3
import struct
import subprocess
import tempfile
import termios
import time
import unittest
from pathlib import Path

BIN = os.environ["DEMARCHE_BIN"]
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
DATA = EXAMPLES.parent / "data"
OVERLAY = EXAMPLES / "overlay"
PAGES = (".html", ".txt", ".jsonl")
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
        for verb in (b"read", b"signals", b"query", b"explain", b"check", b"work", b"serve", b"Examples"):
            self.assertIn(verb, done.stdout)

    def test_version(self):
        self.assertRegex(run("--version").stdout, rb"^demarche \d+\.\d+\.\d+\n$")

    def test_every_verb_has_an_example(self):
        for verb in ("read", "signals", "query", "explain", "check", "work", "serve"):
            done = run(verb, "--help")
            self.assertEqual(done.returncode, 0, verb)
            self.assertIn(b"Example", done.stdout)

    def test_misspelt_verb(self):
        done = run("raed", "x")
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"did you mean 'read'", done.stderr)

    def test_misspelt_option(self):
        for arguments, near in ((["read", "--fromat", "jsonl", "x"], b"--format"),
                                (["read", "--foramt=jsonl"], b"--format"),
                                (["query", "x", "events", "--lmit", "2"], b"--limit"),
                                (["--verson"], b"--version")):
            done = run(*arguments)
            self.assertEqual((done.returncode, done.stdout), (2, b""), arguments)
            self.assertIn(b"did you mean '" + near + b"'?", done.stderr)
        self.assertIn(b"demarche read --help lists them", run("read", "-x", "y").stderr)

    def test_help_fits_a_terminal(self):
        for verb in ([], ["read"], ["signals"], ["query"], ["explain"], ["check"], ["work"], ["serve"]):
            done = run(*verb, "--help")
            for line in done.stdout.decode().splitlines():
                self.assertLessEqual(len(line), 80)
            self.assertEqual(run("help", *verb).stdout, done.stdout)
        self.assertEqual(run("version").stdout, run("--version").stdout)

    def test_every_option_says_what_it_is(self):
        text = run("read", "--help").stdout.decode()
        for name in re.findall(r"--max-[a-z-]+", text):
            self.assertRegex(text, name + r" N\s+[A-Z][a-z][^()]+\(default\s+\d+\)")
        self.assertEqual(text.count("--max-"), 6)

    def test_numbers(self):
        for arguments in (["query", "x", "events", "--limit", "-1"],
                          ["signals", "x", "--limit", "many"], ["read", "x", "--max-rows", "1.5"]):
            done = run(*arguments)
            self.assertEqual(done.returncode, 2)
            self.assertIn(b"wants a whole number of 0 or more, not '", done.stderr)
            self.assertLess(len(done.stderr), 200)

    def test_what_comes_later(self):
        for arguments in (["recode"], ["diff"], ["read", "--as", "warc", "x"],
                          ["read", "--format", "gdelt", "x"]):
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

    def fails(self, name, content, why):
        """It is named with its reason, and a good page beside it is read."""
        done = self.read(self.file(name, content), self.file("good.html"))
        self.assertEqual(done.returncode, 1, name)
        self.assertEqual([row["title"] for row in self.records(done)], ["Ferry talks stall"])
        self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
        self.assertRegex(done.stderr, re.escape(name).encode() + b": " + why)

    def passes(self, name, content, *arguments):
        """It is odd, but no error: its record."""
        done = self.read(*arguments, self.file(name, content))
        self.assertEqual((done.returncode, done.stderr), (0, b""), name)
        (record,) = self.records(done)
        return record

    def test_binary_files(self):
        self.fails("all.bin", bytes(range(256)) * 64, b"cannot be read: not a text: ")
        self.fails("zero.html", bytes(100_000), b"cannot be read: not a text: ")
        self.fails("program", Path(BIN).read_bytes()[:1_000_000], b"cannot be read: not a text: ")
        self.fails("page.gz", b"\x1f\x8b\x08\0\0\0\0\0\0\x03" + bytes(range(1, 200)),
                   b"cannot be read: not a text: ")

    def test_deep_nesting(self):
        record = self.passes("deep.html", b"<div>" * 100_000 + b"<p>Norvenia waits for Ostravia in "
                             b"the harbour of Velmark.</p>" + b"</div>" * 100_000)
        self.assertIn("Norvenia waits", record["text"])
        self.assertIn("limit_depth", [note["code"] for note in record["notes"]])
        self.passes("open.html", b"<b><i>" * 100_000 + b"Norvenia waits.")

    def test_deep_json(self):
        done = self.read(self.file("a.jsonl", b'{"prose":' + b"[" * 100_000 +
                                   b'\n{"id": "2", "prose": "Norvenia waits."}\n'))
        self.assertEqual(done.returncode, 1)
        self.assertEqual([row["id"] for row in self.records(done)], ["2"])
        self.assertIn(b"a.jsonl:1: cannot be read: broken JSON", done.stderr)
        self.passes("ld.html", b'<script type="application/ld+json">' + b'[{"a":' * 100_000 +
                    b"</script><p>Norvenia waits.</p>")

    def test_a_page_that_is_json(self):
        said = ("Norvenia will not open the canal before the talks, Minister Ana Brok said on "
                "Tuesday. The two states have argued about it since the spring. ") * 4
        article = {"@type": "NewsArticle", "headline": "No canal", "articleBody": said}
        plain = {"id": 7, "title": "No canal", "body": f"<p>{said}</p>"}
        for number, page in enumerate((article, [article], plain)):
            for indent in (None, 2):
                text = json.dumps(page, indent=indent).encode()
                for name in (f"{number}.html", f"{number}.json"):
                    record = self.passes(name, text)
                    self.assertEqual(record["input"]["kind"], "html")
                    self.assertEqual(record["title"], "No canal")
                    self.assertIn("Norvenia will not open", record["text"])
                done = run("read", "--format", "jsonl", "-", stdin=text)
                self.assertEqual([row["title"] for row in self.records(done)], ["No canal"])
        record = self.passes("error.html", b'{"code": 404}')
        codes = [note["code"] for note in record["notes"]]
        self.assertIn("json", codes)
        self.assertIn("no_article", codes)
        # A record is no page, nor is what is named or asked for as records.
        record = self.passes("a.json", b'{"id": "1", "prose": "Norvenia waits."}')
        self.assertEqual(record["id"], "1")
        done = self.read(self.file("b.jsonl", b'{"id": "1", "body": "Norvenia waits."}'))
        self.assertIn(b"b.jsonl:1: cannot be read: line has no html", done.stderr)
        lines = b'{"id": \n{"id": "2", "prose": "Norvenia waits."}\n'
        self.assertEqual([row["id"] for row in self.records(self.read(self.file("c.json", lines)))],
                         ["2"])

    def test_broken_utf8(self):
        record = self.passes("broken.txt", b"Norvenia said \xff\xfe\xc3 no.\n" * 5, "--as", "prose")
        self.assertIn("\ufffd", record["text"])
        self.assertIn("page", [note["stage"] for note in record["notes"]])

    def test_utf16(self):
        for name in ("utf-16", "utf-16-le", "utf-16-be"):
            mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(name, b"")
            record = self.passes("wide.html", mark + PAGE.encode(name))
            self.assertEqual(record["title"], "Ferry talks stall", name)
            self.assertEqual(len(record["statements"]),
                             len(self.passes("narrow.html", PAGE)["statements"]))

    def test_odd_quote_marks(self):
        odd = "Norvenia said “no. “We will „not“ sign, said 'Ida \"Brandel‟ «in» Velmark. \"\"'' ”“\n"
        for name, content in (("odd.txt", odd * 40), ("marks.txt", "\"" * 200_000),
                              ("open.txt", "“Norvenia said " * 20_000),
                              ("mixed.txt", "'“‘\"" * 50_000)):
            record = self.passes(name, content, "--as", "prose")
            for row in record["statements"]:
                for start, end in row["content"]:
                    self.assertLessEqual(end, len(record["text"]))

    def test_a_page_without_text(self):
        record = self.passes("none.html", b"<html><body><img src=x></body></html>")
        self.assertEqual((record["text"], record["statements"]), ("", []))
        self.assertIn("empty", [note["code"] for note in record["notes"]])

    def test_markup_without_end(self):
        for name, content in (("brackets.html", b"<" * 1_000_000), ("amp.html", b"&lt;" * 300_000),
                              ("attributes.html", b"<a " + b'x="1" ' * 200_000 + b">"),
                              ("comment.html", b"<!--" * 200_000),
                              ("word.txt", b"a" * 1_000_000)):
            self.passes(name, content)

    def test_a_long_page_takes_bounded_memory(self):
        line = ("Norvenia’s foreign minister, Tomas Hellen, told reporters on Monday that the talks "
                "with Ostravia had failed. “We will not attack,” he said. ")
        self.passes("long.txt", line * 10_000, "--as", "prose", "--actors", OVERLAY)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        if os.environ.get("DEMARCHE_SANITIZED", "0") == "0":
            self.assertLess(peak, 1_000_000)  # KiB

    def test_of_long_prose_no_more_is_read_than_the_limit(self):
        prose = "The minister of Norvenia told the envoys that the talks had failed.\n" * 50_000
        record = self.passes("long.txt", prose, "--as", "prose")
        self.assertEqual(record["text"], prose)
        self.assertLessEqual(record["sentences"][-1][1], 2 << 20)
        self.assertIn(("token", "limit_text_bytes"),
                      [(note["stage"], note["code"]) for note in record["notes"]])

    def test_an_unknown_date_is_null(self):
        record = self.passes("a.html", PAGE)
        self.assertIsNone(record["published"])
        self.assertIn("no_date", [note["code"] for note in record["notes"]])
        for row in record["times"]:  # a weekday without a date stays open
            self.assertIsNone(row["from"], row)

    def test_the_date_of_the_option(self):
        done = self.read("--date", "2031-04-02", self.file("a.html"))
        self.assertEqual(self.records(done)[0]["published"],
                         {"value": "2031-04-02", "from": "option"})

    def test_lines_are_named(self):
        path = self.file("a.jsonl", '{"id": "1", "prose": "Norvenia waits."}\n{"id": \n'
                                    '{"id": "3", "prose": "Ostravia waits."}\n'
                                    '{"id": "4", "page": "%PDF-1.4"}\n')
        done = self.read(path)
        self.assertEqual(done.returncode, 1)
        self.assertEqual([row["id"] for row in self.records(done)], ["1", "3"])
        self.assertIn(b"a.jsonl:2: ", done.stderr)
        self.assertIn(b"a.jsonl:4: cannot be read: not a text", done.stderr)

    def test_an_empty_folder(self):
        empty = self.folder / "empty"
        empty.mkdir()
        done = run("read", empty)
        self.assertEqual((done.returncode, done.stdout), (0, b""))
        self.assertIn(b"nothing to read in " + str(empty).encode(), done.stderr)
        self.assertEqual(run("read", "--quiet", empty).stderr, b"")

    def test_links_in_a_folder_are_not_followed(self):
        self.file("b.html")
        self.file("a.html")
        (self.folder / "c.html").symlink_to(self.folder / "a.html")
        paths = [row["input"]["path"] for row in self.records(self.read(self.folder))]
        self.assertEqual(paths, [str(self.folder / "a.html"), str(self.folder / "b.html")])

    def test_a_folder_in_byte_order_of_the_paths(self):
        names = ["b/x.txt", "b.txt", "b-c.txt", "b/a/z.txt", "a.txt", "c/y.txt"]
        for name in names:
            (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
            self.file(name, PAGE)
        paths = [row["input"]["path"] for row in self.records(self.read(self.folder))]
        self.assertEqual(paths, sorted(f"{self.folder}/{name}" for name in names))

    def test_a_folder_inside_that_may_not_be_read(self):
        self.file("z.html")
        closed = self.folder / "closed"
        closed.mkdir()
        closed.chmod(0)
        self.addCleanup(closed.chmod, 0o700)
        nobody = {"user": 65534} if os.geteuid() == 0 else {}
        self.folder.chmod(0o755)
        try:
            run("--version", **nobody)
        except PermissionError:
            self.skipTest("nobody may not run the program")
        done = run("read", "--format", "jsonl", self.folder, **nobody)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(len(self.records(done)), 1, done.stderr)
        self.assertIn(b"closed/: cannot be read: Permission denied", done.stderr)

    def test_a_name_cannot_steer_a_terminal(self):
        done = self.read(self.folder / "a\x1b[2J\nb.html")
        self.assertEqual(len(done.stderr.splitlines()), 1)
        self.assertIn(b"a?[2J?b.html: cannot be read: ", done.stderr)

    def test_lines_behind_a_byte_order_mark(self):
        line = b'\xef\xbb\xbf{"id": "1", "prose": "Norvenia waits."}\n'
        for name in ("a.jsonl", "a.txt"):
            self.assertEqual(self.passes(name, line)["id"], "1", name)

    def test_output_that_cannot_be_written(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([BIN, "read", str(self.file("a.html"))], stdout=full,
                                  stderr=subprocess.PIPE, timeout=120, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"standard output: cannot be written", done.stderr)


    def test_a_reader_that_goes_away(self):
        path = self.file("a.jsonl", "\n".join(json.dumps({"id": str(i), "prose": "Norvenia waits. "
                                                          * 50}) for i in range(2000)))
        running = subprocess.Popen([BIN, "read", "--format", "jsonl", str(path)],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.assertTrue(running.stdout.readline())
        running.stdout.close()
        error = running.stderr.read()
        self.assertEqual(running.wait(60), 1)
        running.stderr.close()
        self.assertEqual(error, b"")

    def test_what_nobody_takes_is_not_read(self):
        """A pipe without end: the run stops when its output is closed."""
        running = subprocess.Popen([BIN, "read", "--format", "jsonl", "--as", "jsonl", "-"],
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   stderr=subprocess.DEVNULL)
        line = json.dumps({"prose": "Norvenia waits. " * 200}).encode() + b"\n"
        running.stdin.write(line)
        running.stdin.flush()
        running.stdout.close()
        with self.assertRaises(BrokenPipeError):
            for _ in range(100_000):
                running.stdin.write(line)
        self.assertEqual(running.wait(60), 1)
        try:
            running.stdin.close()
        except BrokenPipeError:
            pass


class Examples(Folder):
    def test_talks_have_one_mixed_signal(self):
        """"The minister he serves" is not the deputy who was named before."""
        for model in ("rules", "lite", "full"):
            done = run("read", "--actors", OVERLAY, "--model", model, "--format", "jsonl", EXAMPLES / "talks.html")
            flagged = [signal["kind"] for signal in json.loads(done.stdout)["signals"] if signal["status"] == "flag"]
            self.assertEqual(flagged, ["cross-voice"], model)


class Overlays(Folder):
    def test_an_overlay_takes_one_folder(self):
        """The page that stands behind it is an input, no overlay."""
        done = run("read", "--format", "jsonl", "--actors", OVERLAY, self.file("a.html"))
        self.assertEqual(done.returncode, 0, done.stderr)
        sides = {row["side"] for row in self.records(done)[0]["actors"]}
        self.assertIn("NOV", sides)


class OnATerminal(Folder):
    def read_slowly(self, *options):
        """What a terminal sees of standard error while lines come in slowly."""
        screen, error = pty.openpty()
        running = subprocess.Popen([BIN, "read", "--as", "jsonl", "--format", "jsonl", *options,
                                    "-"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                   stderr=error)
        os.close(error)
        for number in range(3):
            line = json.dumps({"id": str(number), "prose": "Norvenia waits."}) + "\nnonsense\n"
            running.stdin.write(line.encode())
            running.stdin.flush()
            time.sleep(.6)
        running.stdin.close()
        running.wait(60)
        shown = b""
        try:
            while piece := os.read(screen, 65536):
                shown += piece
        except OSError:  # the other end is closed
            pass
        os.close(screen)
        return shown

    def test_a_line_shows_how_far_it_is(self):
        shown = self.read_slowly()
        self.assertRegex(shown, rb"\d pages \(\d failed\), \d+ a second")
        self.assertRegex(shown, rb"\r\x1b\[K-:\d: cannot be read")  # the line goes before words come
        self.assertTrue(shown.endswith(b"\r\x1b[K") or b"pages" not in shown.split(b"\r\x1b[K")[-1])

    def test_quiet_shows_errors_alone(self):
        shown = self.read_slowly("--quiet")
        self.assertNotIn(b"\x1b", shown)
        self.assertEqual(len(shown.splitlines()), 3)

    def test_colour_and_width_of_the_window(self):
        page = self.file("a.html")
        plain = run("read", page).stdout
        self.assertNotIn(b"\x1b", plain)
        for variables, wanted in (({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)):
            screen, output = pty.openpty()
            fcntl.ioctl(output, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 50, 0, 0))
            environment = {**os.environ, "TERM": "xterm", **variables}
            running = subprocess.Popen([BIN, "read", str(page)], stdout=output, env=environment)
            os.close(output)
            shown = b""
            try:
                while piece := os.read(screen, 65536):
                    shown += piece
            except OSError:
                pass
            running.wait(60)
            os.close(screen)
            self.assertEqual(b"\x1b[1m" in shown, wanted, variables)
            lines = re.sub(rb"\x1b\[[\d;]*m", b"", shown).decode().splitlines()
            self.assertLessEqual(max(len(line) for line in lines if "/" not in line), 50)


class SameBytes(Folder):
    def test_jobs_and_runs_change_nothing(self):
        lines = [json.dumps({"id": str(i), "prose": f"Norvenia rejected plan {i} of Ostravia."})
                 for i in range(200)]
        path = self.file("a.jsonl", "\n".join(lines))
        first = run("read", "--format", "jsonl", "--jobs", 1, path).stdout
        self.assertEqual(len(first.splitlines()), 200)
        for jobs in (1, 2, 7):
            self.assertEqual(run("read", "--format", "jsonl", "--jobs", jobs, path).stdout, first)


    def test_examples_give_the_same_bytes(self):
        pages = sorted(path for path in EXAMPLES.iterdir() if path.suffix in PAGES)
        for form in ("jsonl", "report", "csv", "conllu"):
            first = run("read", "--format", form, "--actors", OVERLAY, "--jobs", 1, *pages).stdout
            self.assertGreater(len(first), 2000)
            for jobs in (1, 8):
                again = run("read", "--format", form, "--actors", OVERLAY, "--jobs", jobs, *pages)
                self.assertEqual(again.stdout, first, (form, jobs))
        self.assertGreater(first.count(b"\n"), 100)

    def test_stores_hold_the_same_rows(self):
        pages = sorted(path for path in EXAMPLES.iterdir() if path.suffix in PAGES)
        seen = []
        for number, order in enumerate((pages, pages, pages[::-1])):
            store = self.folder / f"{number}.store"
            run("read", "--actors", OVERLAY, "--into", store, "--jobs", 1 + 7 * number, *order)
            signals = self.records(run("signals", store, "--format", "jsonl"))
            self.assertGreater(len(signals), 1)
            seen.append([(row["id"], row["score"], row["status"]) for row in signals])
        self.assertEqual(seen[0], seen[1])
        self.assertEqual(seen[0], seen[2])  # the order of the documents plays no part


class Stores(Folder):
    def test_a_store_answers(self):
        store = self.folder / "a.store"
        done = run("read", "--into", store, self.file("a.html"))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stdout, b"")
        self.assertIn(b"1 document read, 0 failed", done.stderr)
        found = run("query", store, "documents", "--format", "jsonl")
        self.assertEqual(len(found.stdout.splitlines()), 1)
        self.assertEqual(run("signals", store, "--format", "jsonl").returncode, 0)
        again = run("read", "--into", store, self.folder / "a.html")
        self.assertEqual(again.returncode, 0)
        self.assertIn(b"skipped", again.stderr)

    def examples(self, *more):
        """A store of all examples."""
        store = self.folder / "examples.store"
        pages = sorted(path for path in EXAMPLES.iterdir() if path.suffix in PAGES)
        done = run("read", "--actors", OVERLAY, "--into", store, *more, *pages)
        self.assertEqual(done.returncode, 0, done.stderr)
        return store

    def test_chance(self):
        """Two sides speak on the talks day after day; one of them turns now and then."""
        lines = []
        for day in range(1, 31):
            turn = "is optimistic" if day % 6 == 0 else "is pessimistic"
            lines.append(json.dumps({
                "id": f"p{day}", "date": f"2031-03-{day:02}",
                "prose": f"Norvenian Foreign Minister Ana Brok said on 2031-03-{day:02} that she {turn} "
                         f"about the talks with Ostravia. Ostravian Foreign Minister Jan Tall said that "
                         f"he is optimistic about the talks with Norvenia."}))
        store = self.folder / "chance.store"
        pages = self.file("pages.jsonl", "\n".join(lines))
        self.assertEqual(run("read", "--actors", OVERLAY, "--into", store, pages).returncode, 0)
        told = run("signals", store, "--decoys")
        self.assertEqual(told.returncode, 0, told.stderr)
        self.assertIn(b"how many would chance give?", told.stdout)
        rows = self.records(run("signals", store, "--decoys", "--format", "jsonl"))
        self.assertEqual([row["flags"] for row in rows], [False] * 5 + [True])
        self.assertEqual(run("signals", store, "--decoys").stdout, told.stdout)
        for row in rows:
            self.assertEqual(row["decoy_rate"] is None, row["real_above"] == 0 or row["decoy_pairs"] < 50)
        nulls = self.records(run("signals", store, "--null", "--format", "jsonl"))
        board = self.records(run("signals", store, "--format", "jsonl"))
        self.assertEqual([row["signal"] for row in nulls], [row["id"] for row in board])
        for row in nulls:
            if row["counts"] is not None:
                self.assertEqual(sum(row["counts"]), row["pairs"])
        for wrong in (["--side", "NOV"], ["--null"], ["--limit", "3"]):
            self.assertEqual(run("signals", store, "--decoys", *wrong).returncode, 2)

    def test_the_board_and_its_explanations(self):
        store = self.examples()
        board = run("signals", store)
        self.assertEqual(board.returncode, 0, board.stderr)
        signals = self.records(run("signals", store, "--format", "jsonl"))
        self.assertGreater(len(signals), 1)
        for signal in signals:
            told = f"demarche explain {store} {signal['id']}".encode()
            self.assertIn(told, b" ".join(board.stdout.split()))
            explained = run("explain", store, signal["id"])
            self.assertEqual(explained.returncode, 0, explained.stderr)
            words = [b"Its score"]
            if signal["score"] is not None:
                words += [b"prior  ", b"reading  ", b"cue  ", b"odds  ", b"score  ", b"strength  "]
            for word in words:
                self.assertIn(word, explained.stdout)

    def test_every_row_is_explained(self):
        store = self.examples()
        for row in self.records(run("query", store, "statements", "--format", "jsonl"))[:20]:
            name = f"{row['document']}#{row['statement']['id']}"
            done = run("explain", store, name)
            self.assertEqual(done.returncode, 0, name)
            self.assertIn(row["statement"]["rule"].encode(), done.stdout)
            self.assertIn(b"[", done.stdout)
        for name in ("none#s1", "s9999", "mirror-lenna-0318#s99"):
            self.assertEqual(run("explain", store, name).returncode, 1)

    def test_a_page_shows_what_became_of_its_blocks(self):
        done = run("explain", "--page", EXAMPLES / "talks.html")
        self.assertEqual(done.returncode, 0, done.stderr)
        lines = done.stdout.decode().splitlines()
        self.assertTrue(any(line.startswith("title ") and "h1" in line for line in lines))
        self.assertTrue(any(line.startswith("body ") for line in lines))
        self.assertTrue(any(line.startswith("- comment ") and "after" in line for line in lines))
        self.assertTrue(all(len(line) <= 80 for line in lines))
        self.assertTrue(lines[0].endswith("talks.html, read as html"))
        for name in ("kept as", "part", "sure", "tag", "begins"):  # the legend
            self.assertTrue(any(line.startswith(f"  {name} ") for line in lines), name)
        self.assertRegex(done.stdout.decode(), r"\n\d+ blocks of the page: \d+ kept, \d+ cut; the text has \d+ words\n")
        self.assertIn("  language   en", lines)
        done = run("explain", "--page", "nowhere.html")
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"nowhere.html: ", done.stderr)
        done = run("explain", "--page", self.folder)  # it is empty
        self.assertIn(b"nothing to read in ", done.stderr)
        for more in (["news.store"], ["--date", "May"], ["--as", "pge"], ["--actors", OVERLAY]):
            done = run("explain", "--page", EXAMPLES / "talks.html", *more)
            self.assertEqual(done.returncode, 2, more)

    def test_a_page_shows_its_blocks_as_it_is_read(self):
        page = self.file("a.html")
        shown = run("explain", "--page", page, "--date", "2031-04-02").stdout.decode()
        self.assertIn("  published  2031-04-02 (option)", shown)
        for kind, what in (("html", "html"), ("page", "page (plain text)"), ("prose", "prose")):
            done = run("explain", "--page", page, "--as", kind)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn(f"a.html, read as {what}\n", done.stdout.decode())
        shown = run("explain", "--page", page, "--as", "prose").stdout.decode()
        self.assertIn("Clean text is kept as it is", shown)
        self.assertNotIn("kept as  ", shown)  # no table, no legend
        shown = run("explain", "--page", page, "--max-blocks", "1").stdout.decode()
        self.assertIn("\n1 block of the page: ", shown)

    def test_pages_of_a_folder_are_told_apart(self):
        self.file("a.html")
        self.file("b.html")
        done = run("explain", "--page", self.folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        lines = done.stdout.decode().splitlines()
        names = [line.split(", ")[0] for line in lines if line.endswith(".html, read as html")]
        self.assertEqual([Path(name).name for name in names], ["a.html", "b.html"])
        self.assertEqual(sum(line.startswith("  sure ") for line in lines), 1)  # one legend

    def test_a_page_explains_its_rows(self):
        talks = EXAMPLES / "talks.html"
        record = self.records(run("read", "--format", "jsonl", "--actors", OVERLAY, talks))[0]
        names = [row["id"] for key in ("statements", "events", "mentions", "times", "places",
                                       "signals", "actors") for row in record[key][:2]]
        self.assertGreater(len(names), 8)
        for name in names:
            done = run("explain", "--actors", OVERLAY, "--of", talks, name)
            self.assertEqual(done.returncode, 0, name)

    def test_a_pronoun_tells_whom_else_it_may_stand_for(self):
        text = self.file("two men.txt", "Milo Fenn, the foreign minister of Ostravia, and Tomas Vell, the Norvenian "
                         "minister, spoke in the evening. He called the plan a mistake.\n")
        flags = ("--actors", OVERLAY, "--as", "prose")
        record = self.records(run("read", "--format", "jsonl", *flags, text))[0]
        names = {actor["id"]: actor["name"] for actor in record["actors"]}
        he = [row for row in record["mentions"] if row["kind"] == "pronoun"][0]
        other = ({"Milo Fenn", "Tomas Vell"} - {names[he["actor"]]}).pop()
        told = run("explain", *flags, "--of", text, he["id"]).stdout.decode()
        self.assertIn(other, told.split("Readings turned down")[1])
        self.assertIn("of 100 for this one", told)

    def test_a_report_says_how_to_ask_for_its_rows(self):
        """The flags that read was given decide which rows there are."""
        lines = "\n".join(f"Menu {i}" for i in range(9))
        text = self.file("it's a page.txt", f"Home\nWorld\n{lines}\n\nOstravia denied the attack, its "
                         "foreign minister, Irena Kovar, said.\n\nTalks fail\n\n“We will wait,” "
                         "Norvenia’s foreign minister, Tomas Hellen, said on Monday.\n")
        seen = set()
        for flags in (["--as", "prose"], ["--as", "page"], ["--as", "prose", "--date", "2031-04-02"],
                      ["--as", "prose", "--max-rows", "1"], []):
            done = run("read", "--actors", OVERLAY, *flags, text)
            self.assertEqual(done.returncode, 0, done.stderr)
            for row, facts in re.findall(r"\[([se]\d+)(.*?)\]", done.stdout.decode(), re.S):
                self.assertEqual(run("explain", "--of", text, "--actors", OVERLAY, *flags,
                                     row).returncode, 0, row)
            told = re.findall(r"\nWhy (\w+)\? demarche (.*)\n", done.stdout.decode())
            self.assertEqual(len(told), 1, done.stdout)
            asked = run(*shlex.split(told[0][1]))
            self.assertEqual(asked.returncode, 0, told)
            record = self.records(run("read", "--format", "jsonl", "--actors", OVERLAY, *flags, text))[0]
            self.assertIn(f"read as {record['input']['kind']}", " ".join(asked.stdout.decode().split()))
            (row,) = [one for one in record["statements"] if one["id"] == told[0][0]]
            self.assertIn(row["rule"].encode(), asked.stdout)
            seen.add(asked.stdout)
        self.assertGreater(len(seen), 2)
        store = self.folder / "a.store"
        shown = run("read", "--actors", OVERLAY, "--as", "prose", "--format", "report", "--into", store,
                    text).stdout.decode()
        (told,) = re.findall(r"\nWhy \w+\? demarche (.*)\n", shown)
        self.assertEqual(run(*shlex.split(told)).returncode, 0, told)
        for flags in (["--as", "prose"], ["--date", "2031-04-02"], ["--max-rows", "1"]):
            self.assertEqual(run("explain", store, "s1", *flags).returncode, 2, flags)

    def test_rows_of_the_whole_store(self):
        """Issue and utterance of a statement are those of the store, in JSON and in SQL."""
        store = self.examples()
        issues = {row["id"] for row in self.records(run("query", store, "issues", "--format",
                                                        "jsonl"))}
        rows = self.records(run("query", store, "statements", "--format", "jsonl"))
        told = [row["statement"]["issue"] for row in rows if row["statement"]["issue"]]
        self.assertGreater(len(told), 3)
        self.assertLessEqual(set(told), issues)
        found = run("query", store, "statements", "--issue", told[0], "--format", "jsonl")
        self.assertGreater(len(found.stdout.splitlines()), 0)
        with sqlite3.connect(store) as database:
            asked = database.execute("SELECT id, speaker, act, polarity, issue, utterance, text "
                                     "FROM statements WHERE issue IS NOT NULL").fetchall()
            self.assertGreaterEqual(len(asked), len(told))
            self.assertGreater(database.execute("SELECT count(*) FROM utterances").fetchone()[0], 3)
            for view in ("events", "actors"):
                database.execute(f"SELECT * FROM {view}").fetchall()

    def test_no_words_where_texts_are_not_kept(self):
        store = self.examples("--keep-text", "no")
        held = store.read_bytes().decode("latin-1").casefold()
        ids = [row["id"] for row in self.records(run("signals", store, "--format", "jsonl"))]
        checked = 0
        names = {row["actor"]["name"].casefold() for row in
                 self.records(run("query", store, "actors", "--format", "jsonl"))}
        for path in EXAMPLES.iterdir():
            if path.suffix != ".txt":
                continue
            words = path.read_bytes().decode("latin-1").casefold().split()
            for i in range(len(words) - 4):
                run_of_five = " ".join(words[i:i + 5])
                if any(run_of_five in name for name in names):
                    continue
                checked += 1
                self.assertNotIn(run_of_five, held, path)
        self.assertGreater(checked, 200)
        self.assertIn(b"not kept", run("signals", store).stdout)
        self.assertEqual(run("explain", store, "mirror-lenna-0318#s1").returncode, 0)
        store.unlink()
        full = self.examples()  # the texts change no signal
        self.assertGreater(len(ids), 1)
        self.assertEqual(ids, [row["id"] for row in
                               self.records(run("signals", full, "--format", "jsonl"))])
        self.assertIn("velmark and karsonia sign grain accord",
                      full.read_bytes().decode("latin-1").casefold())

    def ask(self, store, *arguments, status=0):
        """What is found, and what is said."""
        done = run("query", store, *arguments)
        self.assertEqual(done.returncode, status, (arguments, done.stderr))
        return done.stdout.decode(), done.stderr.decode()

    def count(self, store, table, *filters):
        found, said = self.ask(store, table, "--format", "jsonl", *filters)
        rows = found.splitlines()
        if not rows:
            self.assertIn(f"no such {table} in {store}", said)
        return len(rows)

    def test_status_and_parts_of_events(self):
        page = self.file("a.txt", "Norvenia did not attack Ostravia. Velmark could invade Ostravia, "
                         "Ivar Brandt said. Karsonia attacked Velmark.\n")
        store = self.folder / "a.store"
        run("read", "--actors", OVERLAY, "--as", "prose", "--date", "2031-04-02", "--into", store,
            page)
        shown, _ = self.ask(store, "events", "--type", "assault")
        self.assertIn("not so: Norvenia attacked Ostravia", shown)
        self.assertIn("Velmark might attack Ostravia", shown)
        self.assertIn("\nKarsonia attacked Velmark\n", "\n" + shown)
        self.assertIn("[ASSAULT, denied", shown)
        table, _ = self.ask(store, "events", "--format", "csv")
        rows = [dict(zip(table.split("\r\n")[0].split(","), line.split(",")))
                for line in table.split("\r\n")[1:-1]]
        denied = [row for row in rows if row["status"] == "denied"]
        self.assertEqual([(row["actors"], row["recipients"], row["actor_names"],
                           row["recipient_names"]) for row in denied],
                         [("NOV", "OSV", "Norvenia", "Ostravia")])
        told = [row for row in rows if row["status"] == "hypothetical"]
        self.assertEqual([row["claimed_by"] for row in told], ["P.NOV.BRANDT"])

    def test_filters_forgive_case_and_take_names(self):
        store = self.examples()
        for table, one, other in (
                ("statements", ["--side", "NOV"], ["--side", "nov"]),
                ("statements", ["--side", "NOV"], ["--side", "norvenia"]),
                ("events", ["--side", "VLM"], ["--side", "Velmark"]),
                ("statements", ["--type", "deny_intent"], ["--type", "Deny intent"]),
                ("events", ["--type", "CONSULT"], ["--type", "consult"]),
                ("statements", ["--actor", "P.NOV.HELLEN"], ["--actor", "p.nov.hellen"]),
                ("statements", ["--actor", "P.NOV.HELLEN"], ["--actor", "Tomas Hellen"]),
                ("statements", ["--actor", "P.NOV.HELLEN"], ["--actor", "hellen"]),
                ("actors", ["--type", "state"], ["--type", "STATE"])):
            count = self.count(store, table, *one)
            self.assertGreater(count, 0, one)
            self.assertEqual(self.count(store, table, *other), count, other)
        for side in ("NOV", "nov", "Norvenia"):
            self.assertIn(b"NOV: talks", run("signals", store, "--side", side).stdout)
        # What the program knows and the store does not is no mistake.
        found, said = self.ask(store, "statements", "--side", "France")
        self.assertEqual(found, "")
        self.assertIn("no row of the side FRA in", said)
        self.assertEqual(self.ask(store, "events", "--actor", "NATO")[0], "")

    def test_what_no_row_can_have(self):
        store = self.examples()
        for arguments, words in (
                (["statements", "--side", "Norvena"], "did you mean 'Norvenia'?"),
                (["statements", "--side", "XYZW"], "one of "),
                (["statements", "--type", "demnd"], "did you mean 'demand'?"),
                (["statements", "--type", "ASSAULT"], "one of assert, expect"),
                (["events", "--type", "asault"], "did you mean 'ASSAULT'?"),
                (["actors", "--type", "stat"], "did you mean 'state'?"),
                (["statements", "--actor", "Helen"], "did you mean 'Hellen'?"),
                (["statements", "--actor", "?1"], "say DOCUMENT#?1"),
                (["statements", "--issue", "i0000"], "may change when more is read"),
                (["events", "--from", "2031-05-02", "--to", "2031-05-01"], "is later than --to"),
                (["documents", "--side", "NOV"], "--side does not filter documents"),
                (["documents", "--type", "x"], "--type does not filter documents"),
                (["issues", "--words", "x"], "--words does not filter issues"),
                (["issues", "--actor", "NOV"], "--actor does not filter issues"),
                (["actors", "--from", "2031-05-02"], "--from does not filter actors"),
                (["actors", "--issue", "x"], "--issue does not filter actors"),
                ([], "one of statements, events")):
            found, said = self.ask(store, *arguments, status=2)
            self.assertEqual(found, "")
            self.assertIn(words, said, arguments)
        for arguments in (["--side", "Norvena"], ["--issue", "NOV: tals with OSV"]):
            done = run("signals", store, *arguments)
            self.assertEqual(done.returncode, 2)
            self.assertIn(b"did you mean '", done.stderr)

    def test_actors_of_one_document(self):
        lines = "".join(json.dumps({"id": id, "prose": f"{name}, a baker, said the road was open. "
                                    f"“We will wait,” {name} said."}) + "\n"
                        for id, name in (("one", "Ida Brandel"), ("two", "Pavo Lund")))
        store = self.folder / "a.store"
        run("read", "--into", store, "--as", "jsonl", "-", stdin=lines.encode())
        for id, name in (("one", "Ida Brandel"), ("two", "Pavo Lund")):
            for asked in (f"{id}#?1", name, name.split()[1]):
                rows = self.records(run("query", store, "statements", "--actor", asked, "--format",
                                        "jsonl"))
                self.assertGreater(len(rows), 0, asked)
                self.assertEqual({row["document"] for row in rows}, {id}, asked)
        self.ask(store, "statements", "--actor", "one#?99", status=2)

    def test_issues_by_label(self):
        store = self.examples()
        issues = self.records(run("query", store, "issues", "--side", "NOV", "--format", "jsonl"))
        (talks,) = [row for row in issues if row["label"] == "NOV: talks with OSV"]
        count = self.count(store, "statements", "--issue", talks["id"])
        self.assertGreater(count, 1)
        for name in ("nov: talks with osv", talks["id"][:9]):
            self.assertEqual(self.count(store, "statements", "--issue", name), count)
        self.assertEqual(self.count(store, "issues", "--issue", talks["label"]), 1)

    def test_words_of_documents(self):
        store = self.examples()
        self.assertEqual(self.count(store, "documents", "--words", "Velmark GRAIN"), 1)
        self.assertEqual(self.count(store, "documents", "--words", "Velmark", "--limit", "2"), 2)
        self.assertEqual(self.count(store, "documents", "--words", "elmar"), 0)
        store.unlink()
        _, said = self.ask(self.examples("--keep-text", "no"), "documents", "--words", "grain")
        self.assertIn("kept without the text", said)

    def test_what_is_told_often_is_shown_once(self):
        words = "Norvenia’s foreign minister, Tomas Hellen, said the talks with Ostravia had failed."
        lines = "".join(json.dumps({"id": str(i), "date": "2031-04-02", "prose": words}) + "\n"
                        for i in range(3))
        store = self.folder / "a.store"
        run("read", "--actors", OVERLAY, "--into", store, "--as", "jsonl", "-", stdin=lines.encode())
        shown, _ = self.ask(store, "statements")
        self.assertEqual(shown.count("talks with Ostravia had failed"), 1)
        self.assertIn("told 3 times", shown)
        self.assertEqual(self.count(store, "statements"), 3)  # data has every row
        people, _ = self.ask(store, "actors")
        self.assertEqual(people.count("Tomas Hellen"), 1)
        self.assertIn("3 documents", people)

    def test_names_of_documents(self):
        store = self.examples()
        (id,) = [row["id"] for row in self.records(run("query", store, "documents", "--format",
                                                       "jsonl"))
                 if row["path"].endswith("/trade.txt")]
        shown = run("explain", store, f"{id}#s1").stdout
        self.assertIn(b"Its words", shown)
        for name in (id[:16], id[7:19], str(EXAMPLES / "trade.txt"), "trade.txt"):
            self.assertEqual(run("explain", store, f"{name}#s1").stdout, shown, name)
        for name, why in (("trade.txt", b"is a document; say one of its rows"),
                          ("s1", b"several documents have it"), ("none.txt#s1", b"no such document"),
                          ("sha256:#s1", b"may be one of several documents")):
            done = run("explain", store, name)
            self.assertEqual(done.returncode, 1, name)
            self.assertIn(why, done.stderr)

    def test_lines_fit_a_terminal(self):
        store = self.examples()
        (signal,) = self.records(run("signals", store, "--format", "jsonl", "--limit", "1"))
        for arguments in (["explain", store, signal["id"]], ["query", store, "actors"],
                          ["query", store, "events"], ["query", store, "statements"],
                          ["explain", store, "trade.txt#s1"], ["check"]):
            done = run(*arguments)
            self.assertEqual(done.returncode, 0, done.stderr)
            for line in done.stdout.decode().splitlines():
                if "/" not in line:
                    self.assertLessEqual(len(line), 80, arguments)

    def test_a_page_is_explained_with_its_date(self):
        page = self.file("a.html", PAGE.replace("</article>", "<p>“We will wait,” Ivar Brandt said "
                                                "on Monday.</p></article>"))
        record = self.records(run("read", "--format", "jsonl", "--actors", OVERLAY, page))[0]
        row = [row["id"] for row in record["statements"] if row["speaker"] == "P.NOV.BRANDT"][0]
        for date, day in (("2031-04-02", b"31 Mar 2031"), ("2031-04-09", b"7 Apr 2031")):
            done = run("explain", "--actors", OVERLAY, "--of", page, "--date", date, row)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn(day, done.stdout)
        self.assertEqual(run("explain", "--of", page, "--date", "May", row).returncode, 2)

    def test_a_store_in_the_folder_that_is_read(self):
        self.file("a.html")
        for _ in range(2):
            done = run("read", "--into", self.folder / "a.store", self.folder)
            self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(b"holds 1 document, 0 mixed signals", done.stderr)

    def test_a_folder_in_its_place(self):
        (self.folder / "a.store").mkdir()
        done = run("read", "--into", self.folder / "a.store", self.file("a.html"))
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"is a folder", done.stderr)

    def test_what_is_no_store(self):
        page = self.file("a.html")
        for store, why in ((self.folder / "none" / "a.store", b"cannot be opened as a store"),
                           (page, b"file is not a database"),
                           (self.file("empty.store", b""), b"is empty")):
            for arguments in (["read", "--into", store, page], ["signals", store],
                              ["query", store, "events"], ["explain", store, "s1"]):
                if why == b"is empty" and arguments[0] == "read":
                    continue  # an empty file becomes a store
                done = run(*arguments)
                self.assertEqual(done.returncode, 1, arguments)
                self.assertRegex(done.stderr, re.escape(str(store)).encode() + b": .*" + why)
                self.assertEqual(len(done.stderr.splitlines()), 1)
        self.assertEqual(page.read_text(), PAGE)
        for verb in ("signals", "explain", "query"):
            more = {"explain": ["s1"], "query": ["events"]}.get(verb, [])
            for given in (page, self.folder):
                done = run(verb, given, *more)
                self.assertEqual(done.returncode, 1)
                self.assertIn(f"demarche read --into news.store {given}\n".encode(), done.stderr)

    def test_another_version(self):
        store = self.folder / "a.store"
        run("read", "--into", store, self.file("a.html"))
        with sqlite3.connect(store) as database:
            database.execute("PRAGMA user_version = 9")
        done = run("signals", store)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"store of version 9: this program reads version 3", done.stderr)

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
        # Run again it goes on where it stopped.
        lines = "".join(json.dumps({"id": str(i), "prose": f"Norvenia rejected plan {i}. " * 40})
                        + "\n" for i in range(400))
        again = run("read", "--into", store, "--as", "jsonl", "-", stdin=lines.encode())
        self.assertEqual(again.returncode, 0, again.stderr)
        self.assertIn(b"400 documents read, 0 failed, %d skipped: in the store" % kept, again.stderr)
        self.assertIn(b"holds 400 documents", again.stderr)


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
    def check_with(self, name, line):
        """The findings where this line is added to a copy of the data."""
        data = self.folder / "data"
        shutil.copytree(DATA, data, dirs_exist_ok=True)
        with open(data / name, "a", encoding="utf-8") as file:
            file.write(line)
        number = len((data / name).read_text(encoding="utf-8").splitlines())
        done = run("check", data)
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn(f"{data / name}:{number}: ".encode(), done.stderr)
        return done.stderr

    def test_a_sentence_without_its_event(self):
        findings = self.check_with("en/patterns/aid.pat",
                                   "+ The sun shone on Norvenia.   => NOV, OSV\n")
        self.assertRegex(findings, rb"data: 1 finding\n")

    def test_a_sentence_with_an_event_that_must_not_be(self):
        lines = (DATA / "en/patterns/aid.pat").read_text(encoding="utf-8").splitlines()
        last = [line for line in lines if line.startswith("+ ")][-1].split("=>")[0].strip("+ ")
        self.check_with("en/patterns/aid.pat", f"- {last}\n")

    def test_a_cue_that_its_example_does_not_show(self):
        self.check_with("en/cues.tsv", "zzgrumble\tclause\tassert\t3\tNorvenia said no.\n")

    def test_an_actor_twice(self):
        self.check_with("actors/states.tsv", "\t".join(["FRA", "France"] + [""] * 50)
                        .rstrip("\t") + "\n")

    def test_cases_are_run_and_written_anew(self):
        folder = self.folder / "cases" / "time"
        folder.mkdir(parents=True)
        case = folder / "a.case"
        case.write_text("# why\ndate 2031-05-06\nThe ministers met on Monday.\n---\nMonday = never\n"
                        "===\nNobody met.\n---\n")
        done = run("check", "--cases", self.folder / "cases")
        self.assertEqual(done.returncode, 1)
        self.assertIn(f"{case}:5: wanted Monday = never: got Monday = 2031-05-05".encode(),
                      done.stderr)
        self.assertEqual(run("check", "--cases", self.folder / "cases", "--update").returncode, 0)
        self.assertEqual(case.read_text(), "# why\ndate 2031-05-06\nThe ministers met on Monday.\n"
                                           "---\nMonday = 2031-05-05\n===\nNobody met.\n---\n")
        self.assertEqual(run("check", "--cases", self.folder / "cases").returncode, 0)
        self.assertEqual(run("check", "--cases", self.folder / "none").returncode, 1)

    def test_questions_of_offices(self):
        """What the tables answer to questions that were written without a look at them."""
        questions = DATA.parent / "tests" / "offices" / "questions.tsv"
        done = run("check", "--offices", questions)
        shares = re.search(rb"(\d+) asked, (\d+) answered .*?, (\d+) right", done.stdout)
        asked, answered, right = (int(count) for count in shares.groups())
        self.assertGreaterEqual(asked, 300)
        self.assertGreaterEqual(answered / asked, 0.85)
        self.assertGreaterEqual(right / answered, 0.97)
        self.assertEqual(len(done.stderr.splitlines()), asked - right)

    def test_a_question_of_an_office_that_is_answered_wrong(self):
        rows = ["of\toffice\tday\tanswers", "OSV\thead_of_state\t2031-01-01\tViktor Szelen",
                "OSV\tforeign_minister\t2031-01-01\tViktor Szelen",
                "OSV\tforeign_minister\t2001-01-01\tViktor Szelen"]
        questions = self.file("q.tsv", "\n".join(rows) + "\n")
        done = run("check", "--actors", OVERLAY, "--offices", questions)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stdout.decode(), f"{questions}: 3 asked, 2 answered (0.667), 1 right "
                                               "(0.500 of those)\n")
        self.assertEqual(done.stderr.decode().splitlines(), [
            f"{questions}:3: foreign_minister of OSV on 2031-01-01: the tables say Irena Kovar, the "
            "question Viktor Szelen",
            f"{questions}:4: foreign_minister of OSV on 2001-01-01: the tables do not know"])
        for content in ("of\toffice\n", "\n".join(rows[:1] + ["OSV\thead\tMay\tNobody"])):
            done = run("check", "--offices", self.file("bad.tsv", content))
            self.assertEqual((done.returncode, done.stdout), (1, b""))
            self.assertIn(b"bad.tsv", done.stderr)

    def test_a_folder_without_tables(self):
        done = run("check", self.folder)
        self.assertEqual(done.returncode, 1)
        self.assertNotEqual(done.stderr, b"")


if __name__ == "__main__":
    unittest.main()
