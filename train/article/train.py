#!/usr/bin/env python3
# Copyright 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0
"""Trains the labellers of article blocks: data -> models/article/{html,text}.model and the card's figures.

    train/article/train.py --shared ../shared --build BUILD --work WORK [--only html|text] [--no-folds] [--small]

SHARED holds data/extraction and score/; BUILD is a build folder with DEMARCHE_TRAIN=ON; WORK gets what is
unpacked and made on the way, so that a second run starts where the first one stopped. Figures come from
five folds by registered domain; the model that ships is trained on all pages. --small trains on a few
pages for a minute, to prove that the recipe works, and writes its models to WORK alone.
"""
import argparse
import json
import subprocess
import sys
import tarfile
import zlib
from pathlib import Path
from urllib.parse import urlparse

from align import TOKEN, align

HERE = Path(__file__).resolve().parent
SETS = ("fundus-tests-70", "naeb-a", "wcxb-news-dev")
FOLDS = 5
BEFORE, STANDFIRST, BODY, INNER, AFTER = range(5)
RULE_STANDFIRST = 1
SECOND_LEVELS = {"co", "com", "org", "net", "gov", "ac", "go", "or", "ne", "gob", "edu"}
RECIPE = {"html": ["--seeds", "3", "--epochs", "12", "--group", "0.3", "--decay", "0.1", "--drop", "0.3"],
          "text": ["--seeds", "3", "--epochs", "12", "--group", "0.3"]}


def domain_of(url):
    """The registered domain, so that all pages of one publisher lie in one fold."""
    parts = urlparse(url).netloc.split(":")[0].lower().split(".")
    keep = 3 if len(parts) > 2 and len(parts[-1]) == 2 and parts[-2] in SECOND_LEVELS else 2
    return ".".join(parts[-keep:])


def read_jsonl(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def unpack(shared, work, kind):
    """The pages of each set under WORK; text pages are rendered as the scorers do."""
    for name in SETS:
        if not (work / name).is_dir():
            with tarfile.open(shared / "data/extraction" / f"{name}.tar.xz") as archive:
                archive.extractall(work)
        if kind == "text" and not (work / f"{name}.txt").is_dir():
            subprocess.run([sys.executable, shared / "score/render.py", work / name, work / f"{name}.txt"],
                           check=True)


def dump(build, work, kind, name):
    """The blocks of a set's pages with their features."""
    folder = work / name / "html" if kind == "html" else work / f"{name}.txt"
    pages = sorted(str(path) for path in folder.iterdir())
    tool = build / "train" / "dump_blocks"
    out = work / f"{name}.{kind}.jsonl"
    with open(out, "wb") as file:
        subprocess.run([tool, "html" if kind == "html" else "page", *pages], stdout=file, check=True)
    return read_jsonl(out)


def label_page(page, gold, body, has_standfirst):
    """A set of possible labels for each block, as bits; None where the gold text is not on the page."""
    texts = [block[0] for block in page["blocks"]]
    chain = align(texts, body)
    standfirst = 0
    if has_standfirst and gold["blocks"] and gold["blocks"][0]["kind"] == "standfirst":
        standfirst = len(TOKEN.findall("\n".join(
            block["text"] for block in gold["blocks"] if block["kind"] == "standfirst")))
    inside = [number for number in chain if chain[number][0] >= standfirst]
    if not inside:
        return None
    first, last = min(inside), max(inside)
    labels = []
    for number, block in enumerate(page["blocks"]):
        if number in chain:
            label = {BODY} if chain[number][0] >= standfirst else {STANDFIRST}
        elif number < first:
            # Only one set marks standfirsts: in the others a block that looks like one may be one.
            unmarked = not has_standfirst and block[1] == RULE_STANDFIRST
            label = {BEFORE, STANDFIRST} if unmarked else {BEFORE}
        else:
            label = {AFTER} if number > last else {INNER}
        labels.append(sum(1 << bit for bit in label))
    return labels


class Pages:
    """All pages of all sets, labelled, and what the scorers need of them."""

    def __init__(self, shared, build, work, kind, few):
        sys.path.insert(0, str(shared / "score"))
        import extraction
        self.scorer = extraction
        self.rows = []
        for name in SETS:
            gold_of = {gold["id"]: gold for gold in read_jsonl(work / name / "gold.jsonl")}
            has_standfirst = name.startswith("fundus")
            for page in dump(build, work, kind, name)[:20 if few else None]:
                gold = gold_of[page["id"]]
                body = extraction.gold_body(gold, True)
                labels = label_page(page, gold, body, has_standfirst) if body and page["blocks"] else None
                if labels:
                    fold = zlib.crc32(domain_of(gold["url"]).encode()) % FOLDS
                    self.rows.append((name, page, gold, labels, fold))

    def pack(self, path):
        """The trainer's input: see train_labeller.cc."""
        with open(path, "w", encoding="utf-8") as file:
            for number, (_, page, _, labels, fold) in enumerate(self.rows):
                file.write(f"page {number} {fold} {len(labels)}\n")
                for label, block in zip(labels, page["blocks"]):
                    file.write(" ".join(map(str, [label, *block[2]])) + "\n")

    def score(self, path):
        """F1, precision, recall and exact match of each set, with the spread of resampled pages."""
        results = {}
        with open(path, encoding="utf-8") as file:
            for line in file:
                number, *labels = map(int, line.split())
                name, page, gold, _, _ = self.rows[number]
                standfirst = name.startswith("fundus")
                kept = (STANDFIRST, BODY) if standfirst else (BODY,)
                text = "\n".join(block[0] for block, label in zip(page["blocks"], labels) if label in kept)
                results.setdefault(name, []).append(
                    self.scorer.compare(self.scorer.gold_body(gold, standfirst), text))
        figures = {}
        for name, pages in results.items():
            figures[name] = {"pages": len(pages)}
            for i, what in ((0, "F1"), (3, "exact")):
                spread = self.scorer.bootstrap(
                    len(pages), lambda picked, i=i: self.scorer.average([pages[k] for k in picked])[i])
                figures[name][what] = [round(self.scorer.average(pages)[i], 4), round(spread, 4)]
        return figures


def main():
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--shared", type=Path, required=True)
    cli.add_argument("--build", type=Path, required=True)
    cli.add_argument("--work", type=Path, required=True)
    cli.add_argument("--only", choices=("html", "text"))
    cli.add_argument("--no-folds", action="store_true", help="train the model that ships, without figures")
    cli.add_argument("--small", action="store_true", help="a few pages, one net")
    args = cli.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    models = args.work if args.small else HERE.parents[1] / "models/article"
    models.mkdir(parents=True, exist_ok=True)
    trainer = args.build / "train" / "train_labeller"
    for kind in (args.only,) if args.only else ("html", "text"):
        unpack(args.shared, args.work, kind)
        pages = Pages(args.shared, args.build, args.work, kind, args.small)
        packed = args.work / f"{kind}.pages"
        pages.pack(packed)
        recipe = ["--seeds", "1", "--epochs", "12"] if args.small else RECIPE[kind]
        if not args.no_folds:
            labels = args.work / f"{kind}.labels"
            subprocess.run([trainer, packed, labels, "--folds", str(FOLDS), "--kind", kind, *recipe], check=True)
            figures = pages.score(labels)
            (args.work / f"{kind}.figures.json").write_text(json.dumps(figures, indent=1) + "\n")
            print(kind, json.dumps(figures))
        subprocess.run([trainer, packed, models / f"{kind}.model", "--kind", kind, *recipe], check=True)


if __name__ == "__main__":
    main()
