"""Prints the table of bench/replicas.sh from the folders that it leaves: a row for R, M and rule, means over seeds."""

import collections
import json
import pathlib
import sys

from peers_table import cell, process, scores

COLUMNS = [
    ("WS-353", "WS-353", "{:.1f}"),
    ("analogy", "analogy %", "{:.1f}"),
    ("loss", "loss", "{:.4f}"),
    ("divergence", "divergence", "{:.2f}"),
    ("tokens", "tokens a replica and merge", "{:,.0f}"),
    ("moved", "MB moved", "{:,.0f}"),
    ("task", "MB a task", "{:,.0f}"),
    ("cpu", "CPU s", "{:.0f}"),
]


def figures_of(folder):
    run = json.loads((folder / "model/run.json").read_text())
    figures = {**process(folder), **scores(folder), "loss": run["training"]["loss"]}
    if "replicas" in run:
        replicas = run["replicas"]
        rounds = len(replicas["rounds"])
        figures["divergence"] = replicas["divergence"]
        figures["moved"] = replicas["bytes-moved"] / 2**20
        figures["task"] = replicas["bytes-a-replica"] / 2**20
        figures["tokens"] = run["training"]["words"] / rounds / replicas["replicas"]
    return figures


def main(output):
    rows = collections.defaultdict(list)
    for folder in sorted(pathlib.Path(output).iterdir()):
        if (folder / "model/run.json").exists():
            architecture, replicas, merges, rule, _ = folder.name.split("-")
            rows[(architecture, int(replicas), int(merges), rule)].append(figures_of(folder))
    print("| model | R | merges an epoch | rule | " + " | ".join(title for _, title, _ in COLUMNS) + " |")
    print("|" + "---|" * (4 + len(COLUMNS)))
    for row in sorted(rows):
        cells = []
        for name, _, form in COLUMNS:
            known = [figures[name] for figures in rows[row] if figures.get(name) is not None]
            cells.append(cell(known, form))
        print("| " + " | ".join([*map(str, row), *cells]) + " |")


main(sys.argv[1])
