"""A table of so many different words with counts, for bench/large_tokenizer.sh: word, tab, count.

Words are up to two syllables that some words share more than others, and four that are the word's number, shuffled, to
the base of a hundred: 8 to 14 letters. The counts are those of Zipf's law, which leaves most words with one.
"""

import sys

CONSONANTS = "tnsrldmkgbpfvhzjcwxq"
VOWELS = "eaiou"
SYLLABLES = [c + v for v in VOWELS for c in CONSONANTS]
HEADS = [""] + [c + v + e for c in CONSONANTS[:12] for v in VOWELS for e in "nrslt"]
NUMBERS = len(SYLLABLES) ** 4
MOST = 50_000_000


def head(draw):
    """Small numbers are likelier: the square of a uniform one."""
    share = (draw & 0xFFFF) / 65536
    return HEADS[int(len(HEADS) * share * share)]


def write(words, out):
    lines = []
    for rank in range(words):
        number = rank * 61_803_399 % NUMBERS  # odd and no multiple of 5, so that no two ranks share one
        draw = (rank * 0x9E3779B97F4A7C15) >> 16
        parts = [head(draw), head(draw >> 16)]
        for _ in range(4):
            number, digit = divmod(number, len(SYLLABLES))
            parts.append(SYLLABLES[digit])
        lines.append("%s\t%d\n" % ("".join(parts), MOST // (rank + 1) + 1))
        if len(lines) == 100_000:
            out.write("".join(lines))
            lines.clear()
    out.write("".join(lines))


if __name__ == "__main__":
    write(int(sys.argv[1]), sys.stdout)
