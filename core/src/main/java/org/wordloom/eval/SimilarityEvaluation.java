package org.wordloom.eval;

import java.util.List;
import org.wordloom.model.WordVectors;
import org.wordloom.vocab.Vocabulary;

/** Correlates the cosine similarity of word pairs with human judgement. */
public final class SimilarityEvaluation {
    private final WordVectors vectors;
    private final SimilarityOptions options;
    private final FoldedWords words;

    private SimilarityEvaluation(WordVectors vectors, SimilarityOptions options) {
        this.vectors = vectors;
        this.options = options;
        this.words = new FoldedWords(vectors.vocabulary(), options.restrictVocabulary(), options.ignoreCase());
    }

    public static SimilarityResult evaluate(WordVectors vectors, SimilarityDataset dataset, SimilarityOptions options) {
        return new SimilarityEvaluation(vectors, options).evaluate(dataset);
    }

    /** Evaluates several data sets on the same vectors. */
    public static List<SimilarityResult> evaluate(
            WordVectors vectors, List<SimilarityDataset> datasets, SimilarityOptions options) {
        SimilarityEvaluation evaluation = new SimilarityEvaluation(vectors, options);
        return datasets.stream().map(evaluation::evaluate).toList();
    }

    private SimilarityResult evaluate(SimilarityDataset dataset) {
        List<SimilarityDataset.Pair> known =
                dataset.pairs().stream().filter(this::isKnown).toList();
        List<SimilarityDataset.Pair> used = options.zeroForUnknown() ? dataset.pairs() : known;
        double[] judged =
                used.stream().mapToDouble(SimilarityDataset.Pair::score).toArray();
        double[] found = used.stream().mapToDouble(this::similarity).toArray();
        Bootstrap.Interval interval = Bootstrap.spearman(judged, found, options.resamples(), options.seed());
        return new SimilarityResult(
                dataset.name(),
                Correlation.spearman(judged, found),
                Correlation.pearson(judged, found),
                interval.low(),
                interval.high(),
                dataset.pairs().size(),
                known.size(),
                dataset.malformed().size());
    }

    private boolean isKnown(SimilarityDataset.Pair pair) {
        return words.id(pair.first()) != Vocabulary.UNKNOWN && words.id(pair.second()) != Vocabulary.UNKNOWN;
    }

    private double similarity(SimilarityDataset.Pair pair) {
        return isKnown(pair) ? vectors.cosine(words.id(pair.first()), words.id(pair.second())) : 0;
    }
}
