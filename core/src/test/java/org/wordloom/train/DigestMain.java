package org.wordloom.train;

import org.wordloom.TestRandom;
import org.wordloom.corpus.MemoryShards;

/** Trains every combination on a tiny fixed corpus and prints a digest of each, for comparison between JVMs. */
public final class DigestMain {
    private DigestMain() {}

    public static void main(String[] arguments) throws Exception {
        for (TrainingOptions options : OptionCombinations.all()) {
            System.out.println(line(options));
        }
    }

    static String line(TrainingOptions options) throws Exception {
        MemoryShards shards = MemoryShards.random(TestRandom.fixed(11), 20, 2, 6, 12);
        HogwildTrainer.Result result = Training.train(options, shards);
        return OptionCombinations.name(options) + " " + result.kernel() + " " + Training.digest(result);
    }
}
