package org.wordloom.tokenizer.wordpiece;

import org.wordloom.base.Problems;
import org.wordloom.base.Progress;
import org.wordloom.tokenizer.PieceTable;
import org.wordloom.tokenizer.merging.FrequencyChoice;
import org.wordloom.tokenizer.merging.LikelihoodChoice;
import org.wordloom.tokenizer.merging.MergeOptions;
import org.wordloom.tokenizer.merging.PairChoice;
import org.wordloom.tokenizer.merging.PairMerges;
import org.wordloom.tokenizer.merging.PairTable;
import org.wordloom.vocab.Vocabulary;

/**
 * Learns pieces by merging pairs of neighbours, by likelihood or by frequency. The result depends on the words, their
 * counts and the options alone: neither on the words' order nor on the threads.
 */
public final class WordPieceTrainer {
    private static final int PROGRESS_PIECES = 100;

    private final WordPieceTrainerOptions options;
    private final Progress.Listener progress;

    /** @throws org.wordloom.base.WordloomException USAGE for options out of their ranges */
    public WordPieceTrainer(WordPieceTrainerOptions options, Progress.Listener progress) {
        Problems problems = new Problems();
        options.validate(problems);
        problems.throwIfAny();
        this.options = options;
        this.progress = progress;
    }

    /**
     * Learns a model from words and their counts.
     *
     * @throws org.wordloom.base.WordloomException USAGE when the vocabulary cannot hold the alphabet, INPUT when there
     *     are no words
     */
    public WordPieceModel train(Vocabulary words) {
        try (PairMerges pairMerges = new PairMerges(words, options())) {
            pairMerges.requireRoom(options.vocabularySize());
            merge(pairMerges);
            String[] pieces = pairMerges.pieces().texts().toArray(String[]::new);
            return new WordPieceModel(PieceTable.of(pieces), options.model());
        }
    }

    private MergeOptions options() {
        return MergeOptions.of(options.alphabet(), options.maxPieceLength(), options.threads());
    }

    private void merge(PairMerges pairMerges) {
        long start = System.nanoTime();
        PairChoice choice = options.criterion() == WordPieceTrainerOptions.Criterion.LIKELIHOOD
                ? new LikelihoodChoice(pairMerges, options.minFrequency())
                : new FrequencyChoice(pairMerges, options.minFrequency(), options.ties());
        int pair = choice.next();
        while (pair != PairTable.ABSENT && pairMerges.pieces().size() < options.vocabularySize()) {
            pairMerges.merge(pair);
            choice.merged();
            pair = choice.next();
            if (pairMerges.pieces().size() % PROGRESS_PIECES == 0) {
                report(pairMerges, start);
            }
        }
        report(pairMerges, start);
    }

    private void report(PairMerges pairMerges, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        int size = pairMerges.pieces().size();
        progress.update(Progress.of("merge", size, options.vocabularySize(), "pieces", seconds));
    }
}
