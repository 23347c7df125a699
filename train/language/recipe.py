#!/usr/bin/env python3
# Copyright 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0
"""All steps from data to model files. A step that was cut off goes on at its last epoch, one that is done is not
done again: the command can be given until it ends.

    recipe.py --shared ../shared --minilm FOLDER --work WORK --out models/en [--texts FILE.conllu ...]
    recipe.py --small --treebank examples/treebank --work WORK --out WORK/en

The real one takes an hour and a half on one core with --bf16, the small one a minute or two: it proves that every step
runs and that the program reads what comes out. The model of the ends of sentences is made apart: boundaries.py.
"""
import argparse
from pathlib import Path

import export
import sources
import train

# Epochs in floats and with the engine's rounding, and the rates of the encoder and the heads of both.
REAL = {"full": (12, 2e-4, 2e-3, 3, 5e-5, 5e-4), "lite": (13, 2e-4, 2e-3, 2, 2e-4, 4e-4), "budget": 2400}
SMALL = {"full": (26, 3e-3, 6e-3, 2, 5e-4, 1e-3), "lite": (16, 3e-3, 6e-3, 2, 5e-4, 1e-3), "budget": 160}


def main():
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    sources.add_arguments(cli)
    cli.add_argument("--small", action="store_true")
    cli.add_argument("--texts", type=Path, nargs="*", default=[], help="for lite: texts cut into words, CoNLL-U")
    cli.add_argument("--bf16", action="store_true")
    cli.add_argument("--threads", type=int, default=1)
    cli.add_argument("--out", type=Path, required=True, help="folder of the model files")
    args = cli.parse_args()
    places = [f"--{name}={getattr(args, name)}" for name in ("shared", "treebank", "work", "minilm")
              if getattr(args, name)]
    figures = SMALL if args.small else REAL
    common = [*places, f"--threads={args.threads}", f"--budget={figures['budget']}",
              *(["--bf16"] if args.bf16 else []), *(["--small"] if args.small else [])]
    for name in ("full", "lite"):
        epochs, rate, head_rate, last_epochs, last_rate, last_head_rate = figures[name]
        learn = common
        if name == "lite":
            learn = [*common, "--lite", f"--teacher={args.work / 'full.pt'}"]
            if args.texts:
                learn += ["--texts", *map(str, args.texts)]
        train.main([*learn, f"--name={name}", f"--epochs={epochs}", f"--rate={rate}", f"--head-rate={head_rate}"])
        train.main([*learn, f"--name={name}-int8", f"--start={args.work / name}.pt", "--round",
                    f"--epochs={last_epochs}", f"--rate={last_rate}", f"--head-rate={last_head_rate}"])
        export.main([*places, f"--name={name}-int8", f"--out={args.out / name}.model"])


if __name__ == "__main__":
    main()
