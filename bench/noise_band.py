"""Compares two groups of vector files, a file a seed: mean difference of the scores with a 95 % interval.

The interval is a bootstrap over seeds (each group's own) and over questions (the same for both groups). "Within noise"
means that its lower end is not below -1 point. Vectors are word2vec text files; see bench/README.md.
"""

import argparse
import itertools
import pathlib

import numpy

SIMILARITY = {
    "WS-353": "EN-WS-353-ALL.txt",
    "WS-353 similarity": "EN-WS-353-SIM.txt",
    "WS-353 relatedness": "EN-WS-353-REL.txt",
}
FREQUENT = 30_000
BATCH = 512


def load(path):
    """The words in the order of the file, lower case, and their unit vectors; word2vec's text, or GloVe's without a header."""
    words, rows = {}, []
    with open(path, encoding="utf-8", errors="replace") as lines:
        first = next(lines)
        header = len(first.split()) == 2
        columns = int(first.split()[1]) if header else len(first.split()) - 1
        for line in lines if header else itertools.chain([first], lines):
            parts = line.rstrip(" \n").rsplit(" ", columns)
            if len(parts) == columns + 1 and parts[0].lower() not in words:
                words[parts[0].lower()] = len(rows)
                rows.append(numpy.array(parts[1:], dtype=numpy.float32))
    matrix = numpy.vstack(rows)
    return words, matrix / numpy.maximum(numpy.linalg.norm(matrix, axis=1, keepdims=True), 1e-30)


def pairs(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        parts = line.split()
        if len(parts) == 3 and not line.startswith("#"):
            yield parts[0].lower(), parts[1].lower(), float(parts[2])


def cosines(model, judged):
    """A cosine for every pair, NaN where a word is unknown."""
    words, matrix = model
    known = [(words.get(a), words.get(b)) for a, b, _ in judged]
    return numpy.array([numpy.nan if None in pair else float(matrix[pair[0]] @ matrix[pair[1]]) for pair in known])


def analogies(model, path):
    """1 for every question answered rightly by 3CosAdd among the most frequent words, 0 if not, NaN if not asked."""
    words, matrix = model
    lines = [line.lower().split() for line in path.read_text().splitlines() if line and not line.startswith(":")]
    ids = [[words.get(word, FREQUENT) for word in line] for line in lines]
    asked = numpy.array([max(question) < FREQUENT for question in ids])
    questions = numpy.array([question for question, ask in zip(ids, asked) if ask])
    frequent = matrix[:FREQUENT]
    right = []
    for at in range(0, len(questions), BATCH):
        a, b, c, d = questions[at : at + BATCH].T
        scores = (frequent[b] - frequent[a] + frequent[c]) @ frequent.T
        rows = numpy.arange(len(a))
        for given in (a, b, c):
            scores[rows, given] = -numpy.inf
        right.append(scores.argmax(axis=1) == d)
    outcome = numpy.full(len(lines), numpy.nan)
    outcome[asked] = numpy.concatenate(right)
    return outcome


def ranks(values):
    _, inverse, counts = numpy.unique(values, return_inverse=True, return_counts=True)
    ends = numpy.cumsum(counts)
    return (ends - (counts - 1) / 2)[inverse]


def spearman(cosine, judgement):
    return 100 * numpy.corrcoef(ranks(cosine), ranks(judgement))[0, 1]


def band(ours, theirs, score, resamples, random):
    """Difference of the means, and its interval; ours and theirs are matrices of a row a seed, a column a question."""
    questions = ours.shape[1]
    samples = []
    for _ in range(resamples):
        chosen = random.integers(questions, size=questions)
        groups = [group[random.integers(len(group), size=len(group))][:, chosen] for group in (ours, theirs)]
        samples.append(numpy.subtract(*[numpy.mean([score(row, chosen) for row in group]) for group in groups]))
    everything = numpy.arange(questions)
    means = [numpy.mean([score(row, everything) for row in group]) for group in (ours, theirs)]
    return means, numpy.percentile(samples, [2.5, 97.5])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ours", type=pathlib.Path, nargs="+", required=True)
    parser.add_argument("--theirs", type=pathlib.Path, nargs="+", required=True)
    parser.add_argument("--data", type=pathlib.Path, required=True, help="holds wordsim/ and analogy/")
    parser.add_argument("--resamples", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    random = numpy.random.default_rng(options.seed)
    groups = [[load(path) for path in group] for group in (options.ours, options.theirs)]
    print(f"| score | ours, {len(groups[0])} seeds | theirs, {len(groups[1])} seeds | difference | 95 % interval |")
    print("|---|---|---|---|---|")
    for name, file in SIMILARITY.items():
        judged = list(pairs(options.data / "wordsim" / file))
        outcomes = [numpy.array([cosines(model, judged) for model in group]) for group in groups]
        known = ~numpy.isnan(numpy.vstack(outcomes)).any(axis=0)
        judgement = numpy.array([value for _, _, value in judged])[known]
        outcomes = [outcome[:, known] for outcome in outcomes]
        report(name, band(*outcomes, lambda row, chosen: spearman(row, judgement[chosen]), options.resamples, random))
    path = options.data / "analogy" / "questions-words.txt"
    outcomes = [numpy.array([analogies(model, path) for model in group]) for group in groups]
    known = ~numpy.isnan(numpy.vstack(outcomes)).any(axis=0)
    outcomes = [outcome[:, known] for outcome in outcomes]
    report("analogies", band(*outcomes, lambda row, chosen: 100 * row.mean(), options.resamples, random))


def report(name, result):
    (ours, theirs), (low, high) = result
    print(f"| {name} | {ours:.1f} | {theirs:.1f} | {ours - theirs:+.1f} | {low:+.1f} to {high:+.1f} |")


if __name__ == "__main__":
    main()
