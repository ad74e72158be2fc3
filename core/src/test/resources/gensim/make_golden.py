"""Makes the files of this folder with gensim, so that Wordloom's figures can be compared with gensim's.

Run it with gensim 4.2 (Debian: apt install python3-gensim) in this folder:

    /usr/bin/python3 make_golden.py

word2vec-c.bin and word2vec-c.txt were written by word2vec.c itself (github.com/tmikolov/word2vec), from 12 KB of text:

    word2vec -train sample.txt -output word2vec-c.bin -size 7 -min-count 3 -threads 1 -iter 1 -binary 1
    word2vec -train sample.txt -output word2vec-c.txt -size 7 -min-count 3 -threads 1 -iter 1 -binary 0
"""

import numpy as np
from gensim.models import KeyedVectors

DIMENSION = 17
FAMILIES = 40
FORMS = ["", "er", "est", "ing", "s"]
random = np.random.RandomState(20)


def words_and_vectors():
    """Families of words: form vectors are added to family vectors, with noise, so that some analogies hold."""
    syllables = [a + b for a in "bdfgklmnprst" for b in "aeiou"]
    forms = random.normal(size=(len(FORMS), DIMENSION))
    rows = []
    for family in range(FAMILIES):
        stem = syllables[(7 * family) % 60] + syllables[(11 * family + 3) % 60] + syllables[(family * family) % 60]
        centre = random.normal(size=DIMENSION)
        for form, ending in enumerate(FORMS):
            noise = random.normal(size=DIMENSION) * 0.45
            rows.append((stem + ending, centre + forms[form] + noise))
    order = random.permutation(len(rows))
    rows = [rows[i] for i in order]
    # Spellings of one word in several cases, words beyond ASCII, and values with large and small exponents.
    for word, source in [("Zürich", 1), ("ZÜRICH", 2), ("straße", 3), ("中文", 4), ("😀", 5)]:
        rows.insert(len(rows) // 2, (word, rows[source][1] + random.normal(size=DIMENSION) * 0.3))
    for i in range(0, len(rows), 9):
        rows.append((rows[i][0].upper(), rows[i][1] + random.normal(size=DIMENSION) * 0.2))
    rows[10] = (rows[10][0], rows[10][1] * 1e-12)
    rows[20] = (rows[20][0], rows[20][1] * 1e15)
    return [row[0] for row in rows], np.array([row[1] for row in rows], dtype=np.float32)


def write_similarity(words):
    with open("similarity.tsv", "w", encoding="utf8") as out:
        out.write("# word, word, score\n")
        out.write("first\tsecond\tscore\n")
        for i in range(150):
            first, second = words[random.randint(len(words))], words[random.randint(len(words))]
            if i % 17 == 0:
                second = "unknown%d" % i
            if i % 5 == 0:
                first = first.title()
            out.write("%s\t%s\t%.1f\n" % (first, second, random.uniform(0, 10)))


def write_analogies(words):
    known = set(words)
    stems = sorted(w for w in known if all(w + e in known for e in FORMS))
    with open("analogies.txt", "w", encoding="utf8") as out:
        for form in range(1, len(FORMS)):
            out.write(": %s\n" % ("family" if form == 1 else "gram%d-form-%s" % (form, FORMS[form])))
            for _ in range(60):
                a, c = random.choice(stems, 2, replace=False)
                end = "" if random.randint(10) else "x"
                out.write("%s %s %s %s\n" % (a.title() if random.randint(3) == 0 else a, a + FORMS[form], c, c + FORMS[form] + end))
        out.write("only three words\n")


def main():
    words, matrix = words_and_vectors()
    vectors = KeyedVectors(DIMENSION)
    vectors.add_vectors(words, matrix)
    vectors.save_word2vec_format("vectors.txt", binary=False)
    vectors.save_word2vec_format("vectors.bin", binary=True)
    write_similarity(words)
    write_analogies(words)
    golden = open("golden.tsv", "w", encoding="utf8")

    def row(*fields):
        golden.write("\t".join(f if isinstance(f, str) else repr(f) for f in fields) + "\n")

    for fold in (True, False):
        for dummy in (True, False):
            for restrict in (100, 300000):
                pearson, spearman, unknown = vectors.evaluate_word_pairs(
                    "similarity.tsv", case_insensitive=fold, dummy4unknown=dummy, restrict_vocab=restrict)
                row("pairs", int(fold), int(dummy), restrict, float(pearson[0]), float(spearman[0]), float(unknown))

    def analogies(kind, fold, dummy, restrict):
        _, sections = vectors.evaluate_word_analogies(
            "analogies.txt", case_insensitive=fold, dummy4unknown=dummy, restrict_vocab=restrict)
        for section in sections:
            right, wrong = len(section["correct"]), len(section["incorrect"])
            row(kind, int(fold), int(dummy), restrict, section["section"], right, right + wrong)

    for fold in (True, False):
        for dummy in (True, False):
            for restrict in (150, 300000):
                analogies("COS_ADD", fold, dummy, restrict)

    for word in words[::20] + ["中文", "😀"]:
        for rank, (other, score) in enumerate(vectors.most_similar(word, topn=10)):
            row("nearest", word, rank, other, float(score))
    for line in open("analogies.txt", encoding="utf8").read().split("\n")[1::25]:
        a, b, c = line.lower().split()[:3]
        if a.startswith(":") or any(w not in vectors for w in (a, b, c)):
            continue
        for rank, (other, score) in enumerate(vectors.most_similar(positive=[b, c], negative=[a], topn=10)):
            row("analogy", "COS_ADD", a, b, c, rank, other, float(score))
        for rank, (other, score) in enumerate(vectors.most_similar_cosmul(positive=[b, c], negative=[a], topn=10)):
            row("analogy", "COS_MUL", a, b, c, rank, other, float(score))

    # evaluate_word_analogies knows 3CosAdd only: let it call the other function. That one ignores restrict_vocab.
    vectors.most_similar = vectors.most_similar_cosmul
    analogies("COS_MUL", True, False, 300000)
    golden.close()


main()
