"""Prints the table of bench/strata.sh from the folders that it leaves: quality against bytes."""

import argparse
import json
import pathlib

from peers_table import cell, process, scores

COLUMNS = [
    ("moved", "vectors moved MB", "{:,.0f}"),
    ("pairs", "pairs MB", "{:,.0f}"),
    ("task", "a task's MB", "{:,.0f}"),
    ("cpu", "CPU s", "{:.0f}"),
    ("bucketing", "bucketing s", "{:.1f}"),
    ("training", "training s", "{:.1f}"),
    ("loss", "loss", "{:.4f}"),
    ("WS-353", "WS-353", "{:.1f}"),
    ("RG-65", "RG-65", "{:.1f}"),
    ("analogy", "analogy %", "{:.1f}"),
]


def figures_of(folder):
    figures = {**process(folder), **scores(folder)}
    training = json.loads((folder / "model/run.json").read_text())["training"]
    figures["loss"] = training["loss"]
    figures["training"] = training["seconds"]
    if "pair-bytes" in training:
        figures["pairs"] = training["pair-bytes"] / 2**20
        figures["moved"] = training["vector-bytes-moved-on-a-cluster"] / 2**20
        figures["task"] = training["bytes-of-a-task"] / 2**20
        figures["bucketing"] = training["bucketing-seconds"]
    return figures


def order(name):
    """Hogwild first, then by blocks and cycles."""
    if not name.startswith("strata-"):
        return (0, 0, name)
    blocks, cycles = name.split("-")[1:3]
    return (int(blocks[1:]), int(cycles[1:]), name)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=pathlib.Path)
    options = parser.parse_args()
    rows = {}
    for folder in options.output.glob("*-*-*"):
        if (folder / "model/run.json").exists():
            rows.setdefault(folder.name.rsplit("-", 1)[0], []).append(figures_of(folder))
    print("| run | " + " | ".join(name for _, name, _ in COLUMNS) + " |")
    print("|---" * (len(COLUMNS) + 1) + "|")
    for name in sorted(rows, key=order):
        cells = [cell([run[key] for run in rows[name] if key in run], form) for key, _, form in COLUMNS]
        print(f"| {name} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
