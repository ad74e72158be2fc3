package org.wordloom.tokenizer.unigram;

import org.wordloom.base.ExitCode;
import org.wordloom.base.Problems;
import org.wordloom.base.Progress;
import org.wordloom.base.WordloomException;
import org.wordloom.tokenizer.CountLimit;
import org.wordloom.vocab.Vocabulary;

/**
 * Learns a unigram language model's pieces (Kudo, "Subword regularization", 2018): from a large seed vocabulary,
 * expectation maximisation and pruning in turn, until the vocabulary has the size that was asked for.
 *
 * <p>Memory, for n characters in the different segments of the words (of all n(w) code points, ends included): 11 n bytes
 * while seeds are sought (text 2, sorted suffixes 4, shared beginnings 1, longest pieces 4), 6 n afterwards, and for s
 * seeds about 29 s bytes, and 8 s for each of at most 16 chunks. 20 million words of 10 characters need 2.2 GB, and the
 * default of a million seeds 0.2 GB.
 *
 * <p>The result depends on words and options only, not on the number of threads, nor on who takes the sums.
 */
public final class UnigramTrainer {
    /** Pieces are pruned by likelihood to so much more than is asked for; then those go that save least. */
    private static final double SPARE = 1.1;

    private final UnigramOptions options;
    private final ParallelChunks parallel;
    private final ChunkCluster.Placement placement;
    private final Progress.Listener listener;

    /** @param threads at least 1 */
    public UnigramTrainer(UnigramOptions options, int threads, Progress.Listener listener) {
        this(options, threads, ChunkCluster.Placement.local(), listener);
    }

    /** @param placement may spread the sums over the text, most of the work, over a cluster */
    public UnigramTrainer(
            UnigramOptions options, int threads, ChunkCluster.Placement placement, Progress.Listener listener) {
        Problems problems = new Problems();
        options.validate(problems);
        problems.throwIfAny();
        this.options = options;
        this.parallel = new ParallelChunks(threads);
        this.placement = placement;
        this.listener = listener;
    }

    /**
     * Learns from words with counts.
     *
     * @param words normalised, in well-formed UTF-8, with {@link SegmentOptions#WHITESPACE_MARK} where a space was
     * @throws WordloomException INPUT without text, or with more than 64 bits can count; USAGE when the vocabulary has no room for the characters, or the
     *     text has fewer pieces than were asked for
     */
    public UnigramVocabulary train(Vocabulary words) {
        CountLimit.require(words);
        SegmentReader reader = new SegmentReader(words, options.segmentation());
        Alphabet alphabet = reader.readAlphabet(options.characterCoverage(), options.requiredCharacters());
        if (alphabet.size() == 0) {
            throw new WordloomException(ExitCode.INPUT, "no text to learn pieces from");
        }
        int size = options.vocabularySize() - options.specialPieces();
        requireRoom(alphabet, size);
        long start = System.nanoTime();
        Segments segments = reader.readSegments(alphabet);
        PieceForest forest = SeedFinder.find(segments, alphabet, options, parallel);
        report(forest, start);
        try (TextSums text = new TextSums(forest, parallel, placement)) {
            return finish(forest, text, alphabet, size, start);
        }
    }

    private UnigramVocabulary finish(PieceForest forest, TextSums text, Alphabet alphabet, int size, long start) {
        int target = (int) (options.vocabularySize() * SPARE);
        ExpectationStep expectation = new ExpectationStep(forest, text);
        maximize(forest, expectation);
        while (forest.size() > target) {
            int pruned = Math.max(target, (int) (options.shrinkingFactor() * forest.size()));
            Pruning.byLikelihood(forest, pruned, text, parallel);
            maximize(forest, expectation);
            report(forest, start);
        }
        if (forest.size() < size) {
            throw new WordloomException(
                    ExitCode.USAGE,
                    "the text has only " + (forest.size() + options.specialPieces()) + " pieces, --vocab-size is "
                            + options.vocabularySize() + "; ask for fewer, or give more text");
        }
        Pruning.bySavedPieces(forest, size, text, parallel);
        double least = MaximizationStep.runToKeep(forest, expectation.run(), parallel);
        report(forest, start);
        return new UnigramVocabulary(new FinalPieces(forest, alphabet, least).sorted(), expectation.logLikelihood());
    }

    private void maximize(PieceForest forest, ExpectationStep expectation) {
        for (int i = 0; i < options.subIterations(); i++) {
            MaximizationStep.run(forest, expectation.run(), parallel);
        }
    }

    private void requireRoom(Alphabet alphabet, int size) {
        if (alphabet.size() > size) {
            throw new WordloomException(
                    ExitCode.USAGE,
                    "--vocab-size is " + options.vocabularySize() + ", but the text's " + alphabet.size()
                            + " characters and " + options.specialPieces() + " special pieces need at least "
                            + (alphabet.size() + options.specialPieces())
                            + "; ask for more, or give a smaller --character-coverage");
        }
    }

    private void report(PieceForest forest, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        listener.update(Progress.of("prune", forest.size(), -1, "pieces", seconds));
    }
}
