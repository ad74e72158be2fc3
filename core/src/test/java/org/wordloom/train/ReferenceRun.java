package org.wordloom.train;

import org.wordloom.corpus.MemoryShards;
import org.wordloom.kernel.ContextGradient;
import org.wordloom.vocab.HuffmanTree;
import org.wordloom.vocab.NoiseSampler;

/** The reference put together for given options, and what it made. */
final class ReferenceRun {
    private final Reference reference;
    private final ReferenceNegativeSampling sampling;
    private final ReferenceHierarchicalSoftmax softmax;

    private ReferenceRun(TrainingOptions options, MemoryShards shards, int batch, int drawn) {
        long[] counts = shards.counts();
        ReferenceRates rates = new ReferenceRates(options, counts);
        reference = new Reference(options, shards, batch);
        sampling = new ReferenceNegativeSampling(
                options, reference.output, rates, new NoiseSampler(counts, options.noisePower()), drawn);
        softmax = new ReferenceHierarchicalSoftmax(options, reference.output, new HuffmanTree(counts));
        Reference.Score score = options.objective() == ObjectiveChoice.NEGATIVE_SAMPLING ? sampling : softmax;
        Reference.Model model = options.architecture() == ArchitectureChoice.SKIPGRAM
                ? new ReferenceSkipGram(reference.input, rates, score)
                : new ReferenceCbow(reference.input, rates, score, power(options.gradient()));
        reference.train(model, score);
    }

    private static double power(ContextGradient gradient) {
        return switch (gradient) {
            case MEAN -> 1;
            case ROOT -> 0.5;
            case SUM -> 0;
        };
    }

    /** With the batches and the number of shared negatives that the trainer has. */
    static ReferenceRun asTheTrainer(TrainingOptions options, MemoryShards shards) {
        TrainingPlan plan = new TrainingPlan(options, shards.counts());
        return new ReferenceRun(options, shards, plan.architecture().maxTargets(), drawn(options, plan));
    }

    /** In the order of word2vec: every pair sees the changes of the one before. */
    static ReferenceRun pairAfterPair(TrainingOptions options, MemoryShards shards) {
        return new ReferenceRun(options, shards, 0, options.negative());
    }

    private static int drawn(TrainingOptions options, TrainingPlan plan) {
        return options.objective() == ObjectiveChoice.NEGATIVE_SAMPLING
                ? plan.objective().maxOutputs(1) - 1
                : options.negative();
    }

    double[] input(int word) {
        return reference.input.row(word);
    }

    double[] output(int row) {
        return reference.output.row(row);
    }

    /** Predictions beyond ±6. */
    int saturated() {
        return sampling.saturated + softmax.saturated;
    }
}
