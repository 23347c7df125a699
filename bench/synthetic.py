#!/usr/bin/env python3
# Copyright 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0
"""Speed and memory of `demarche read` on invented pages.

    synthetic.py --program build/release/demarche [--model full] [--pages 1000] [--runs 5] [--seed 7] [--keep FOLDER]

Makes pages of a news site from a seed (the same seed, the same bytes): about 600 words each, with
quotations, reported speech, deeds, places, days and the furniture of a site. Every page differs.
Prints pages a second on one core (the median of the runs, the start of the program included) and
the peak memory for the pages and for four times as many; ends with status 1 where a page is not
read, or where the memory grows with the number of pages.
"""
import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

GROWTH = 1.25  # of the peak: one page may be larger than another, many may not be held

STATES = [("Norvenia", "Norvenian", "Kestrel"), ("Ostravia", "Ostravian", "Lenna"),
          ("Karsonia", "Karsonian", "Tolm"), ("Velmark", "Velmarkian", "Harrow")]
FIRST = "Ida Otto Maren Pavel Runa Tomas Irena Viktor Sigrid Olle Mira Henrik Ana Arvid Hanne".split()
LAST = ("Brandel Reis Holt Doric Selbek Hellen Kovar Szelen Aalen Frid Tesk Sol Torvik Lund Ruud "
        "Marn Eker Oderin Dahl Solm").split()
ROLES = ["foreign minister", "deputy foreign minister", "defence minister", "president",
         "prime minister", "spokesman", "spokeswoman", "ambassador"]
MATTERS = ["the river treaty", "the gas price", "the fishing ground", "the prisoners",
           "the grain accord", "the border crossing", "the harbour dues", "the railway bridge"]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
QUOTES = ["We are optimistic about {m}", "There is no point in another round on {m}",
          "We will not sign anything about {m}", "Our position on {m} has not changed",
          "We expect an answer on {m} before the end of the month",
          "We will neither confirm nor deny what was said about {m}",
          "Nobody should be surprised by the delay in {m}"]
DEEDS = ["{a} moved {n} soldiers to the frontier with {b} on {d}.",
         "{a} and {b} signed an accord on {m} in {c} on {d}.",
         "{a} expelled {n} officials of {b} on {d} over {m}.",
         "{a} sent grain and blankets to {b} after the flood.",
         "Thousands of people marched through {c} on {d} against {m}.",
         "{a} imposed sanctions on {n} companies from {b}."]
FILLERS = ["The two countries have argued over {m} for {n} years.",
           "The road from {c} was closed for {n} hours while the delegations passed.",
           "Engineers say that the works at {m} will take until the spring.",
           "A hotel by the lake in {c} had been emptied for the guests.",
           "Traders in {c} watched the talks with little hope."]


def person(rng):
    return rng.choice(FIRST) + " " + rng.choice(LAST)


def sentence(rng):
    (a, adjective, _), (b, _, c) = rng.sample(STATES, 2)
    words = {"a": a, "b": b, "c": c, "d": rng.choice(DAYS), "m": rng.choice(MATTERS),
             "n": rng.randrange(2, 400)}
    kind = rng.randrange(5)
    if kind == 0:
        quote = rng.choice(QUOTES).format(**words)
        return f"“{quote},” said {adjective} {rng.choice(ROLES)} {person(rng)} on {words['d']}."
    if kind == 1:
        verb = rng.choice(["said", "warned", "denied", "announced", "added"])
        return (f"{person(rng)}, the {rng.choice(ROLES)} of {a}, {verb} that {b} had broken its "
                f"word on {words['m']}.")
    if kind == 2:
        return rng.choice(DEEDS).format(**words)
    if kind == 3:
        return f"{a} rejected a proposal by {b} on {words['m']}, its foreign ministry said."
    return rng.choice(FILLERS).format(**words)


def page(rng, number):
    (a, _, _), (b, _, city) = rng.sample(STATES, 2)
    matter = rng.choice(MATTERS)
    title = f"{a} and {b} speak of {matter} in {city} ({number})"
    body = "\n".join("<p>" + " ".join(sentence(rng) for _ in range(rng.randrange(2, 5))) + "</p>"
                     for _ in range(12))
    links = "".join(f'<li><a href="/{i}">{rng.choice(LAST)} on {rng.choice(MATTERS)}</a></li>'
                    for i in range(20))
    day = f"2031-{rng.randrange(1, 13):02}-{rng.randrange(1, 29):02}"
    return (f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
            f'<meta property="article:published_time" content="{day}T09:00:00+01:00">'
            f'<meta property="og:site_name" content="The Harrow Mirror"></head><body>'
            f'<nav><ul>{links}</ul></nav><article><h1>{title}</h1><p>By {person(rng)}</p>\n{body}'
            f'\n</article><aside><h2>Most read</h2><ul>{links}</ul></aside>'
            f'<footer>Contact Imprint Privacy</footer></body></html>')


def make_pages(folder, count, seed):
    """Pages of an earlier run are taken away: there may have been more of them."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("page[0-9]*.html"):
        old.unlink()
    rng, size = random.Random(seed), 0
    for number in range(count):
        content = page(rng, number).encode()
        (folder / f"page{number:06}.html").write_bytes(content)
        size += len(content)
    return size


def read_pages(program, folder, model):
    """Seconds, peak KiB, exit status and records of one run on one core."""
    start = time.monotonic()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
        os.dup2(writing, 1)
        os.close(reading)
        os.close(writing)
        os.execv(program, [program, "read", "--format", "jsonl", "--jobs", "1", "--model", model, str(folder)])
    os.close(writing)
    records = 0
    with os.fdopen(reading, "rb", buffering=0) as stream:
        while piece := stream.read(1 << 20):
            records += piece.count(b"\n")
    _, status, usage = os.wait4(child, 0)
    return time.monotonic() - start, usage.ru_maxrss, os.waitstatus_to_exitcode(status), records


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    options.add_argument("--program", required=True)
    options.add_argument("--model", default="full", help="full, lite or rules")
    options.add_argument("--pages", type=int, default=1000)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--seed", type=int, default=7)
    options.add_argument("--keep", type=Path, help="make the pages here, in few/ and many/, and leave them")
    options = options.parse_args()
    program = os.path.abspath(options.program)
    with tempfile.TemporaryDirectory(prefix="demarche-bench-") as held:
        folder = options.keep or Path(held)
        few, many = folder / "few", folder / "many"
        size = make_pages(few, options.pages, options.seed)
        make_pages(many, 4 * options.pages, options.seed + 1)
        runs = [read_pages(program, few, options.model) for _ in range(options.runs)]
        large = read_pages(program, many, options.model)
    seconds = statistics.median(run[0] for run in runs)
    peak = max(run[1] for run in runs)
    print(f"model {options.model}: {options.pages} pages, {size / 1e6:.1f} MB, one core, median of {options.runs} runs: "
          f"{options.pages / seconds:.0f} pages/s, {size / seconds / 1e6:.2f} MB/s of HTML")
    print(f"peak memory: {peak / 1024:.0f} MB for {options.pages} pages, "
          f"{large[1] / 1024:.0f} MB for {4 * options.pages}")
    good = all(run[2:] == (0, options.pages) for run in runs)
    good = good and large[2:] == (0, 4 * options.pages)
    if not good:
        print(f"synthetic.py: not {options.pages} and {4 * options.pages} records, or a failure",
              file=sys.stderr)
    if large[1] > GROWTH * peak:
        print(f"synthetic.py: memory grows with the pages: more than {GROWTH} times",
              file=sys.stderr)
        good = False
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
