package org.wordloom.train;

import java.util.ArrayList;
import java.util.List;
import org.wordloom.base.CounterRandom;
import org.wordloom.base.CounterRandom.Purpose;
import org.wordloom.base.RandomStream;
import org.wordloom.corpus.MemoryShards;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.vocab.SubsamplingTable;

/**
 * word2vec in one thread and double precision, written to be read: the loop over words and windows. What is predicted
 * from what is {@link ReferenceSkipGram} or {@link ReferenceCbow}, how it is scored {@link ReferenceNegativeSampling} or
 * {@link ReferenceHierarchicalSoftmax}. It draws the same random numbers in the same order as the trainer.
 */
final class Reference {
    /** What a centre word and its window do to the vectors. */
    interface Model {
        /** {@code context} holds the words around {@code centre}; never empty. */
        void train(int centre, List<Integer> context, double rate);
    }

    /** How a hidden vector that predicts a word is scored. */
    interface Score {
        /** Draws what all pairs of the coming windows share. */
        void draw(RandomStream random);

        /** Adds to {@code hiddenGradient}, and to the output rows, what one prediction of {@code target} changes. */
        void predict(double[] hidden, int target, double rate, double[] hiddenGradient);
    }

    private final TrainingOptions options;
    private final MemoryShards shards;
    private final int batch;
    private final SubsamplingTable subsampling;
    final ReferenceRows input;
    final ReferenceRows output;

    /** @param batch windows that see the same vectors before any of their changes are made; 0 means none: each pair sees
     *     the changes of the one before, as in word2vec */
    Reference(TrainingOptions options, MemoryShards shards, int batch) {
        this.options = options;
        this.shards = shards;
        this.batch = batch;
        this.subsampling = new SubsamplingTable(shards.counts(), options.sample());
        int words = shards.counts().length;
        this.input = new ReferenceRows(initial(words), batch == 0);
        this.output = new ReferenceRows(new double[words][options.dim()], batch == 0);
    }

    private double[][] initial(int words) {
        RowMatrix matrix = new RowMatrix(words, options.dim());
        InitialVectors.uniform(matrix, options.seed());
        double[][] values = new double[words][options.dim()];
        for (int word = 0; word < words; word++) {
            for (int c = 0; c < options.dim(); c++) {
                values[word][c] = matrix.get(word, c);
            }
        }
        return values;
    }

    /** All epochs. The rate falls at the end of a shard, which must be shorter than the trainer's own steps. */
    void train(Model model, Score score) {
        long total = 0;
        for (int shard = 0; shard < shards.shards(); shard++) {
            total += shards.tokens(shard) * options.epochs();
        }
        long done = 0;
        for (int epoch = 0; epoch < options.epochs(); epoch++) {
            for (int shard = 0; shard < shards.shards(); shard++) {
                double end = options.rate() * options.minRateFraction();
                double rate = options.rate() - (options.rate() - end) * done / (total + 1.0);
                long key = CounterRandom.key(options.seed(), Purpose.TRAINING, epoch, shard);
                RandomStream random = new RandomStream(key);
                for (int[] sentence : shards.sentences(shard)) {
                    trainSentence(sentence, random, model, score, rate);
                }
                done += shards.tokens(shard);
            }
        }
    }

    private void trainSentence(int[] sentence, RandomStream random, Model model, Score score, double rate) {
        List<Integer> words = new ArrayList<>();
        List<Integer> windows = new ArrayList<>();
        for (int word : sentence) {
            long bits = random.next();
            if (CounterRandom.unitFloat(bits) < subsampling.keep(word)) {
                words.add(word);
                windows.add(1 + CounterRandom.below(bits, options.window()));
            }
        }
        int together = Math.max(1, batch);
        for (int first = 0; first < words.size(); first += together) {
            int last = Math.min(first + together, words.size());
            trainWindows(words, windows, first, last, random, model, score, rate);
        }
    }

    private void trainWindows(
            List<Integer> words,
            List<Integer> windows,
            int first,
            int last,
            RandomStream random,
            Model model,
            Score score,
            double rate) {
        boolean drawn = false;
        for (int c = first; c < last; c++) {
            List<Integer> context = context(words, c, windows.get(c));
            if (!context.isEmpty()) {
                if (!drawn) {
                    score.draw(random);
                    drawn = true;
                }
                model.train(words.get(c), context, rate);
            }
        }
        input.commit();
        output.commit();
    }

    private static List<Integer> context(List<Integer> words, int c, int window) {
        List<Integer> context = new ArrayList<>();
        for (int p = Math.max(0, c - window); p <= Math.min(words.size() - 1, c + window); p++) {
            if (p != c) {
                context.add(words.get(p));
            }
        }
        return context;
    }
}
