package org.wordloom.tokenizer.bpe;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.wordloom.base.Problems;
import org.wordloom.base.Progress;
import org.wordloom.tokenizer.PieceTable;
import org.wordloom.tokenizer.merging.FrequencyChoice;
import org.wordloom.tokenizer.merging.MergeOptions;
import org.wordloom.tokenizer.merging.PairChoice;
import org.wordloom.tokenizer.merging.PairMerges;
import org.wordloom.tokenizer.merging.PairTable;
import org.wordloom.vocab.Vocabulary;

/**
 * Learns pieces by merging the most frequent pair of neighbours again and again (Sennrich, Haddow and Birch 2016). The
 * result depends on the words, their counts and the options alone: neither on the words' order nor on the threads.
 *
 * <p>Pairs are counted at every two neighbours, so that {@code aaa} holds {@code a a} twice although only one of them
 * can be merged; HuggingFace and subword-nmt count like that.
 */
public final class BpeTrainer {
    private static final int PROGRESS_MERGES = 100;

    private final BpeTrainerOptions options;
    private final Progress.Listener progress;

    /** @throws org.wordloom.base.WordloomException USAGE for options out of their ranges */
    public BpeTrainer(BpeTrainerOptions options, Progress.Listener progress) {
        Problems problems = new Problems();
        options.validate(problems);
        problems.throwIfAny();
        this.options = options;
        this.progress = progress;
    }

    /**
     * Learns a model from words and their counts.
     *
     * @throws org.wordloom.base.WordloomException USAGE when the vocabulary cannot hold the alphabet, INPUT when
     *     there are no words
     */
    public BpeModel train(Vocabulary words) {
        MergeOptions merging = MergeOptions.of(options.alphabet(), options.maxPieceLength(), options.threads());
        try (PairMerges pairMerges = new PairMerges(words, merging)) {
            pairMerges.requireRoom(options.vocabularySize());
            return new Run(pairMerges).model();
        }
    }

    /** One training. */
    private final class Run {
        private final PairMerges pairMerges;
        private final long start = System.nanoTime();
        private final IntArrayList merges = new IntArrayList();
        /** The merges so far, left pieces in the high halves. */
        private final LongOpenHashSet known = new LongOpenHashSet();

        private final BitSet absent = new BitSet();
        private final PairChoice choice;

        Run(PairMerges pairMerges) {
            this.pairMerges = pairMerges;
            this.choice = new FrequencyChoice(pairMerges, options.minFrequency(), options.ties());
        }

        BpeModel model() {
            for (int pair = choice.next(); pair != PairTable.ABSENT && hasRoom(); pair = choice.next()) {
                merge(pair);
            }
            report();
            return options.dropAbsorbed() ? longestFirstModel() : mergingModel();
        }

        private boolean hasRoom() {
            int pieces = pairMerges.pieces().size() - absent.cardinality();
            return pieces < options.vocabularySize()
                    && (options.mergeLimit() == 0 || merges.size() / 2 < options.mergeLimit());
        }

        private void merge(int pair) {
            int left = pairMerges.pairs().left(pair);
            int right = pairMerges.pairs().right(pair);
            note(left, right);
            int piece = pairMerges.merge(pair);
            choice.merged();
            absent.clear(piece);
            noteAbsorbed(left);
            noteAbsorbed(right);
            if (merges.size() / 2 % PROGRESS_MERGES == 0) {
                report();
            }
        }

        /** A pair can come again: text that spells the end-of-word suffix makes a piece anew that was merged before. */
        private void note(int left, int right) {
            if (known.add(((long) left << 32) | right)) {
                merges.add(left);
                merges.add(right);
            }
        }

        private void noteAbsorbed(int piece) {
            if (options.dropAbsorbed() && piece >= pairMerges.alphabetSize() && pairMerges.pieceCount(piece) == 0) {
                absent.set(piece);
            }
        }

        private void report() {
            double seconds = (System.nanoTime() - start) / 1e9;
            int size = pairMerges.pieces().size() - absent.cardinality();
            progress.update(Progress.of("merge", size, options.vocabularySize(), "pieces", seconds));
        }

        private BpeModel mergingModel() {
            String[] pieces = pairMerges.pieces().texts().toArray(String[]::new);
            return new BpeModel(PieceTable.of(pieces), merges.toIntArray(), modelOptions());
        }

        private BpeModel longestFirstModel() {
            List<String> left = new ArrayList<>();
            for (int id = 0; id < pairMerges.pieces().size(); id++) {
                if (!absent.get(id)) {
                    left.add(pairMerges.pieces().text(id));
                }
            }
            PieceTable pieces = PieceTable.of(left.toArray(String[]::new));
            return new BpeModel(pieces, new int[0], modelOptions().withLongestFirst(true));
        }

        private BpeOptions modelOptions() {
            return BpeOptions.defaults()
                    .withUnknownToken(options.unknownToken())
                    .withContinuingPrefix(options.alphabet().continuingPrefix())
                    .withEndOfWordSuffix(options.alphabet().endOfWordSuffix())
                    .withByteFallback(options.alphabet().byteFallback());
        }
    }
}
