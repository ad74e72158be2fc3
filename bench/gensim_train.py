"""Trains word vectors with gensim from a text file and reports its own times as JSON on standard output."""

import argparse
import json
import time

from gensim.models import Word2Vec


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus")
    parser.add_argument("vectors")
    parser.add_argument("--architecture", choices=["skipgram", "cbow"], required=True)
    parser.add_argument("--hs", action="store_true")
    for name in ("dim", "window", "negative", "epochs", "min-count", "threads", "seed"):
        parser.add_argument("--" + name, type=int, required=True)
    for name in ("sample", "rate"):
        parser.add_argument("--" + name, type=float, required=True)
    return parser.parse_args()


def main():
    options = arguments()
    model = Word2Vec(
        vector_size=options.dim,
        window=options.window,
        min_count=options.min_count,
        sample=options.sample,
        sg=int(options.architecture == "skipgram"),
        hs=int(options.hs),
        negative=0 if options.hs else options.negative,
        alpha=options.rate,
        workers=options.threads,
        seed=options.seed,
        epochs=options.epochs,
    )
    model.build_vocab(corpus_file=options.corpus)
    trained = time.perf_counter()
    words = model.corpus_total_words
    model.train(
        corpus_file=options.corpus, total_examples=model.corpus_count, total_words=words, epochs=options.epochs
    )
    written = time.perf_counter()
    model.wv.save_word2vec_format(options.vectors)
    ended = time.perf_counter()
    print(
        json.dumps(
            {"words-per-second": words * options.epochs / (written - trained), "write-seconds": ended - written}
        )
    )


if __name__ == "__main__":
    main()
