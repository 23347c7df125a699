#!/usr/bin/env python3
# Copyright 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0
"""Times of the server over a large store, with several clients at once.

    serve.py --program build/release/demarche --make build/release/bench/make_store [--documents 100000]
             [--clients 8] [--seconds 10] [--work FOLDER]

Makes an invented store (kept in FOLDER), starts the server on it, and asks for the board, a search, a document and a table
from all clients at once. Prints the median and the 95th percentile of each, the same as a multiple of a bare SELECT
of one document in the same store, and the peak memory of the server; ends with status 1 over 100 ms or 300 MB.
"""
import argparse
import http.client
import json
import random
import re
import signal
import sqlite3
import statistics
import subprocess
import sys
import threading
import time
import urllib.parse
from pathlib import Path

MOST_MS, MOST_BYTES = 100, 300 << 20


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def bare_select(store, ids):
    """Milliseconds of one document by its id."""
    database = sqlite3.connect(store)
    times = []
    for name in ids:
        begin = time.perf_counter()
        database.execute("SELECT json FROM documents WHERE id = ? AND superseded = 0", (name,)).fetchone()
        times.append((time.perf_counter() - begin) * 1000)
    return statistics.median(times)


def questions(ids):
    """{name: address from a random number generator}."""
    word = lambda rng: f"w{rng.randrange(1, 1 + rng.randrange(1, 3000))}"
    side = lambda rng: f"S{rng.randrange(60):02}"
    return {
        "board": lambda rng: rng.choice(["/api/signals?limit=20", f"/api/signals?limit=20&side={side(rng)}",
                                         "/api/signals?limit=20&status=flag&least=0.5"]),
        "search": lambda rng: "/api/search?limit=20&q=" + urllib.parse.quote(
            rng.choice([f"{word(rng)} {word(rng)}", f"side:{side(rng)} {word(rng)}", f"{word(rng)} after:2029-01-01"])),
        "document": lambda rng: "/api/documents/" + urllib.parse.quote(rng.choice(ids), safe=""),
        "table": lambda rng: f"/api/statements?limit=50&side={side(rng)}",
    }


def main():
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--program", required=True)
    cli.add_argument("--make", required=True)
    cli.add_argument("--documents", type=int, default=100000)
    cli.add_argument("--clients", type=int, default=8)
    cli.add_argument("--seconds", type=float, default=10)
    cli.add_argument("--work", type=Path, default=Path("build/bench"))
    args = cli.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    store = args.work / f"serve-{args.documents}.store"
    if not store.exists():
        half = store.with_suffix(".half")
        half.unlink(missing_ok=True)
        subprocess.run([args.make, half, str(args.documents)], check=True)
        half.rename(store)
    ids = [row[0] for row in sqlite3.connect(store).execute("SELECT id FROM documents ORDER BY number LIMIT 5000")]
    bare = bare_select(store, random.Random(1).sample(ids, 500))
    server = subprocess.Popen([args.program, "serve", store, "--port", "0"], stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, text=True)
    port = int(re.search(r":(\d+)/", server.stdout.readline()).group(1))
    good = True
    try:
        print(f"store of {args.documents} documents, {args.clients} clients, bare SELECT {bare:.3f} ms")
        for name, make in questions(ids).items():
            times, failed = [], []
            until = time.monotonic() + args.seconds

            def client(seed, make=make, times=times, failed=failed, until=until):
                rng = random.Random(seed)
                line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
                while time.monotonic() < until:
                    begin = time.perf_counter()
                    line.request("GET", make(rng))
                    answer = line.getresponse()
                    body = answer.read()
                    times.append((time.perf_counter() - begin) * 1000)
                    if answer.status != 200:
                        failed.append(json.loads(body)["detail"])

            clients = [threading.Thread(target=client, args=(seed,)) for seed in range(args.clients)]
            for one in clients:
                one.start()
            for one in clients:
                one.join()
            worst = percentile(times, .95)
            good &= worst < MOST_MS and not failed
            print(f"{name:10} {statistics.median(times):8.2f} ms, 95th percentile {worst:8.2f} ms ({worst / bare:.0f} times the "
                  f"SELECT), {len(times) / args.seconds:.0f} answers a second{', FAILED: ' + failed[0] if failed else ''}")
        peak = int(re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{server.pid}/status").read_text()).group(1)) << 10
        good &= peak < MOST_BYTES
        print(f"peak memory of the server {peak >> 20} MB")
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait()
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
