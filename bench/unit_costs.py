"""Prints unit costs from run.json of cooccur, train glove and train skipgram, and what they make of 1, 10 and 100 TB."""

import argparse
import json
import math
import pathlib

SECONDS_OF_HOUR = 3600
FLOAT = 4


def read(folder):
    run = json.loads((pathlib.Path(folder) / "run.json").read_text())
    stages = {stage["name"]: stage.get("cpu-seconds", stage.get("cpuSeconds")) for stage in run["stages"]}
    return run, stages


def unit_costs(options):
    counts, counting = read(options.counts)
    glove, glove_stages = read(options.glove)
    skipgram, skipgram_stages = read(options.skipgram)
    gigabytes = counts["corpus"]["bytes"] / 1e9
    tokens = counts["corpus"]["tokens"]
    cells = counts["cooccurrence"]
    return {
        "count": counting["count"] / gigabytes,
        "encode": counting["encode"] / gigabytes,
        "pairs": counting["pairs"] / gigabytes,
        "tokens": tokens / gigabytes,
        "words": skipgram["training"]["words"] / skipgram_stages["train"],
        "entries": glove["training"]["entries"] / glove_stages["train"],
        "cell_bytes": cells["cell-bytes"] / cells["entries"],
        "shuffle": cells["shuffle-bytes"] / 1e9 / gigabytes,
    }


def print_units(unit):
    print("| unit | cost |\n|---|---|")
    print(f"| count words | {unit['count']:.0f} CPU s/GB |")
    print(f"| encode | {unit['encode']:.0f} CPU s/GB |")
    print(f"| count pairs (window 5) | {unit['pairs']:.0f} CPU s/GB |")
    print(f"| tokens | {unit['tokens'] / 1e6:.0f} million/GB |")
    print(f"| skip-gram, d = 100, 5 negatives | {unit['words'] / 1e6:.2f} million words/CPU s |")
    print(f"| GloVe, d = 100 | {unit['entries'] / 1e6:.1f} million cells/CPU s |")
    print(f"| a cell, stored | {unit['cell_bytes']:.1f} bytes |")


def hours(cpu_seconds, options):
    return cpu_seconds / (options.machines * options.cores * options.efficiency) / SECONDS_OF_HOUR


def network_hours(gigabytes, options):
    return gigabytes * 8 / (options.machines * options.gigabits * options.efficiency) / SECONDS_OF_HOUR


def print_terabytes(unit, options):
    print("\n| stage | " + " | ".join(f"{size} TB, V = {v / 1e6:g} M" for size, v in options.sizes) + " |")
    print("|---|" + "---|" * len(options.sizes))
    for title, cell in rows(unit, options):
        print(f"| {title} | " + " | ".join(cell(size * 1000, v) for size, v in options.sizes) + " |")


def count_blocks(size, options):
    """As CorpusSplit and VocabularyJob divide text: a task each 512 MiB, a partition each GiB, at most 4096."""
    tasks = max(options.machines * options.cores, size / 2**29)
    return tasks * min(4096, max(options.machines * options.cores, size / 2**30))


def padded(width, multiple):
    return math.ceil(width / multiple) * multiple


def least_blocks(fits):
    blocks = 8
    while not fits(blocks):
        blocks *= 2
    return blocks


def strata_blocks(pairs, v, options):
    """As StrataCost and StrataMemory reckon, in three quarters of a heap: for each core two blocks in three copies and 42 bytes
    for each pair of a visit; 60 bytes a word for all."""
    row = padded(options.dim, 16) * FLOAT
    visit = lambda p: 6 * v / p * row + 42 * pairs / options.cycles / p**2
    return least_blocks(lambda p: options.cores * visit(p) + 60 * v <= 0.75e9 * options.heap)


def cell_blocks(cells, v, options):
    """As MemoryCheck reckons for writing cells, in two fifths of a heap, and StrataMemory for a visit of GloVe, in three
    quarters; the fullest pair of blocks has half as many cells again as the mean."""
    row = (2 * padded(options.dim, 8) + 2) * FLOAT
    fullest = lambda p: 1.5 * cells / p**2
    writes = lambda p: options.cores * (8 * v + 30 * fullest(p)) <= 0.4e9 * options.heap
    trains = lambda p: options.cores * (6 * v / p * row + 36 * fullest(p)) + 12 * v <= 0.75e9 * options.heap
    return least_blocks(lambda p: writes(p) and trains(p))


def rows(unit, options):
    d, epochs, kept, window = options.dim, options.epochs, options.kept, options.window
    tokens = lambda gb: gb * unit["tokens"]
    cycle = lambda v, p: p * v * d * FLOAT / 1e9
    pairs = lambda gb: tokens(gb) * kept * (window + 1) * epochs
    cells = lambda gb: 43.4e6 * (gb / 0.1) ** options.cell_growth
    blocks = lambda gb, v: strata_blocks(pairs(gb), v, options)
    counted = lambda gb, v: cell_blocks(cells(gb), v, options)
    time = lambda cpu, moved=0: f"{max(hours(cpu, options), network_hours(moved, options)):,.1f} h"
    return [
        ("count words", lambda gb, v: time(unit["count"] * gb)),
        ("blocks of its shuffle, million", lambda gb, v: f"{count_blocks(gb * 1e9, options) / 1e6:,.0f}"),
        ("encode", lambda gb, v: time(unit["encode"] * gb)),
        ("shards, GB", lambda gb, v: f"{tokens(gb) * 2.2 / 1e9:,.0f}"),
        ("skip-gram, replicas, a pass each", lambda gb, v: time(epochs * tokens(gb) / unit["words"])),
        ("strata: P that fits", lambda gb, v: f"{blocks(gb, v)}"),
        ("strata: GB a cycle", lambda gb, v: f"{cycle(v, blocks(gb, v)):,.0f}"),
        ("strata: GB of pairs", lambda gb, v: f"{options.pair_bytes * pairs(gb) / 1e9:,.0f}"),
        (
            f"strata, {options.cycles} cycles",
            lambda gb, v: time(
                epochs * tokens(gb) / unit["words"],
                options.cycles * cycle(v, blocks(gb, v)) + 2 * options.pair_bytes * pairs(gb) / 1e9,
            ),
        ),
        ("count pairs", lambda gb, v: time(unit["pairs"] * gb, unit["shuffle"] * gb)),
        ("cells: P that fits", lambda gb, v: f"{counted(gb, v)}"),
        ("cells, billions", lambda gb, v: f"{cells(gb) / 1e9:,.0f}"),
        ("cells, GB", lambda gb, v: f"{cells(gb) * unit['cell_bytes'] / 1e9:,.0f}"),
        (
            "GloVe, 15 epochs",
            lambda gb, v: time(15 * cells(gb) / unit["entries"], 15 * 2 * cycle(v, counted(gb, v))),
        ),
        ("driver, MB (b = 9)", lambda gb, v: f"{300 + v * 61 / 1e6:,.0f}"),
        ("model, GB", lambda gb, v: f"{2 * v * d * FLOAT / 1e9:,.1f}"),
    ]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts")
    parser.add_argument("glove")
    parser.add_argument("skipgram")
    parser.add_argument("--machines", type=int, default=32)
    parser.add_argument("--cores", type=int, default=16, help="of a machine, as fast as the one measured")
    parser.add_argument("--heap", type=float, default=48, help="GB of an executor, one a machine")
    parser.add_argument("--gigabits", type=float, default=10, help="of a machine's network")
    parser.add_argument("--efficiency", type=float, default=0.6, help="part of cores and network that is put to use")
    parser.add_argument("--dim", type=int, default=100)
    parser.add_argument("--window", type=int, default=5)
    parser.add_argument("--epochs", type=int, default=1)
    parser.add_argument("--cycles", type=int, default=24)
    parser.add_argument("--pair-bytes", type=float, default=1.7, help="of a pair of strata, as docs/LOG.md measured it")
    parser.add_argument("--kept", type=float, default=0.6, help="part of the tokens that subsampling keeps")
    parser.add_argument("--cell-growth", type=float, default=0.8, help="cells grow as bytes to this power")
    options = parser.parse_args()
    options.sizes = [(1, 1e6), (10, 4e6), (100, 20e6)]
    unit = unit_costs(options)
    print_units(unit)
    print_terabytes(unit, options)


if __name__ == "__main__":
    main()
