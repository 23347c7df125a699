#!/usr/bin/env python3
# Copyright 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0
"""Runs the commands of docs/tour.md.

    tour.py PROGRAM             each command must print something and, unless it shows its status,
                                end with status 0
    tour.py PROGRAM --update    also writes what was printed into the tour
"""
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOUR = ROOT / "docs" / "tour.md"


def run(command, folder, environment):
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], cwd=folder, env=environment,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120,
                          check=False)
    text = done.stdout.decode("utf-8").replace("\r\n", "\n").rstrip("\n")
    good = bool(text) and (done.returncode == 0 or "| head" in command)
    return "\n".join(line.rstrip() for line in text.split("\n")), good


def main(program, update):
    program = pathlib.Path(program).resolve()
    environment = {**os.environ, "PATH": f"{program.parent}:{os.environ['PATH']}",
                   "DEMARCHE_DATA": str(ROOT / "data"), "LC_ALL": "C.UTF-8"}
    written, bad, commands, inside = [], [], 0, False
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "examples").symlink_to(ROOT / "examples")
        for line in TOUR.read_text(encoding="utf-8").split("\n"):
            if line.startswith("```"):
                inside = line == "```console"
            elif inside and not line.startswith("$ "):
                continue  # what was printed before
            written.append(line)
            if inside and line.startswith("$ "):
                commands += 1
                text, good = run(line[2:], folder, environment)
                written += text.split("\n")
                if not good:
                    bad.append(f"{line}\n{text}")
    for one in bad:
        print(one)
    print(f"{commands} commands, {len(bad)} failed")
    if update and not bad:
        text = "\n".join(written).replace(str(ROOT) + "/", "").replace(f"{ROOT}", ".")
        TOUR.write_text(text, encoding="utf-8")
    return 1 if bad or commands == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], "--update" in sys.argv[2:]))
