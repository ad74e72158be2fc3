"""Prints the tables of bench/glove.sh from the folders that it leaves: counting, training, and whole jobs."""

import argparse
import json
import pathlib

from peers_table import cell, process, scores

BYTES_PER_ENTRY = 16  # Stanford's: two ints and a double

COLUMNS = [
    ("wall", "wall s", "{:.1f}"),
    ("cpu", "CPU s", "{:.1f}"),
    ("cpu-less-empty", "CPU s less empty job", "{:.1f}"),
    ("megabytes", "peak MB", "{:.0f}"),
    ("entries", "entries", "{:,.0f}"),
    ("training-cpu", "training CPU s", "{:.1f}"),
    ("rate", "entries per CPU s", "{:,.0f}"),
    ("disk", "artefact MB", "{:.0f}"),
    ("WS-353", "WS-353", "{:.1f}"),
    ("RG-65", "RG-65", "{:.1f}"),
    ("analogy", "analogy %", "{:.1f}"),
]


def stage_cpu(run, name):
    """CPU seconds of a stage of one process, its driver and threads included."""
    return sum(stage["cpuSeconds"] for stage in run["stages"] if stage["name"] == name)


def wordloom(folder, figures, empty_cpu):
    figures["cpu-less-empty"] = figures["cpu"] - empty_cpu
    if (folder / "counts/run.json").exists():
        counts = json.loads((folder / "counts/run.json").read_text())["cooccurrence"]
        figures["entries"] = counts["entries"]
        figures["disk"] = counts["cell-bytes"] / 2**20
    if (folder / "model/run.json").exists():
        run = json.loads((folder / "model/run.json").read_text())
        figures["entries"] = run["training"]["cells"]
        figures["training-cpu"] = stage_cpu(run, "train")
        figures["rate"] = run["training"]["entries"] / figures["training-cpu"]


def stanford(folder, figures, epochs):
    """Stanford's glove reads entries and writes vectors in one process: all of its CPU time is training."""
    if (folder / "bytes").exists():
        size = int((folder / "bytes").read_text())
        figures["entries"] = size / BYTES_PER_ENTRY
        figures["disk"] = size / 2**20
    if folder.name.startswith("train-"):
        figures["training-cpu"] = figures["cpu"]
        figures["rate"] = figures["entries"] * epochs / figures["cpu"]


def figures_of(folder, empty_cpu, epochs):
    figures = {**process(folder), **scores(folder)}
    if "-wordloom-" in folder.name:
        wordloom(folder, figures, empty_cpu)
    else:
        stanford(folder, figures, epochs)
    return figures


def print_table(title, rows):
    used = [column for column in COLUMNS if any(column[0] in run for runs in rows.values() for run in runs)]
    print(f"\n| {title} | " + " | ".join(name for _, name, _ in used) + " |")
    print("|---" * (len(used) + 1) + "|")
    for name, runs in rows.items():
        cells = [cell([run[key] for run in runs if key in run], form) for key, _, form in used]
        print(f"| {name} | " + " | ".join(cells) + " |")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--epochs", type=int, required=True)
    parser.add_argument("output", type=pathlib.Path)
    options = parser.parse_args()
    empty = process(options.output / "empty")
    for step, last in (("count", "GB"), ("train", None), ("whole", None)):
        rows = {}
        for folder in sorted(options.output.glob(f"{step}-*-*-*")):
            name, number = folder.name[len(step) + 1 :].rsplit("-", 1)
            # Counting has a row for each memory; training the mean over the seeds.
            row = f"{name}, {number} {last}" if last and number != "0" else name
            if (folder / "time").exists():
                rows.setdefault(row, []).append(figures_of(folder, empty["cpu"], options.epochs))
        if rows:
            print_table(step, rows)
    print(f"\nAn empty job of Wordloom's launcher: {empty['cpu']:.1f} s CPU, {empty['wall']:.1f} s wall.")


if __name__ == "__main__":
    main()
