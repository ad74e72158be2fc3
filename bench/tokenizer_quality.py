"""Pieces a word and bits a character of a held-out text, taken apart by several models, with intervals over its lines.

Bits are by the frequency of pieces in the training text, one added for every piece of the vocabulary. An interval is of
95 %, from a bootstrap over lines, for the difference to the first model in per cent.
"""
import argparse
import collections

import numpy


def read(path):
    with open(path, encoding="utf-8", newline="\n") as lines:
        return [line.rstrip("\n") for line in lines]


def line_costs(training, held_out, size):
    counts = collections.Counter(piece for line in training for piece in line.split(" "))
    total = sum(counts.values()) + size
    bits = {piece: numpy.log2(total) - numpy.log2(count + 1) for piece, count in counts.items()}
    unseen = numpy.log2(total)
    pieces = [line.split(" ") if line else [] for line in held_out]
    return (
        numpy.array([len(line) for line in pieces], float),
        numpy.array([sum(bits.get(piece, unseen) for piece in line) for line in pieces]),
    )


def ratios(values, units, weights):
    return (weights @ values) / (weights @ units)


def interval(ours, theirs, units, weights):
    differences = 100 * (ratios(ours, units, weights) / ratios(theirs, units, weights) - 1)
    low, high = numpy.percentile(differences, [2.5, 97.5])
    middle = 100 * (ours.sum() / theirs.sum() - 1)
    return f"{middle:+.2f} % ({low:+.2f} to {high:+.2f})"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-out", required=True, help="the text")
    parser.add_argument("--size", type=int, required=True, help="pieces of the vocabularies")
    parser.add_argument("--samples", type=int, default=500, help="of the bootstrap")
    parser.add_argument("models", nargs="+", metavar="NAME=TRAINING,HELD-OUT", help="both as pieces between spaces")
    options = parser.parse_args()
    text = read(options.held_out)
    characters = numpy.array([len(line) for line in text], float)
    words = numpy.array([len(line.split()) for line in text], float)
    draws = numpy.random.default_rng(1).multinomial(len(text), numpy.full(len(text), 1 / len(text)), options.samples)
    first = None
    print("| model | pieces a word | against the first | bits a character | against the first |")
    print("|---|---|---|---|---|")
    for model in options.models:
        name, files = model.split("=", 1)
        training, held_out = files.split(",")
        pieces, bits = line_costs(read(training), read(held_out), options.size)
        first = first or (pieces, bits)
        print(
            f"| {name} | {pieces.sum() / words.sum():.4f} | {interval(pieces, first[0], words, draws)}"
            f" | {bits.sum() / characters.sum():.4f} | {interval(bits, first[1], characters, draws)} |"
        )


if __name__ == "__main__":
    main()
