package org.wordloom.train;

import org.wordloom.TestRandom;
import org.wordloom.base.WordloomException;
import org.wordloom.corpus.MemoryShards;

/** Trains with every choice of kernel and prints which ran, or why none did. */
public final class KernelChoiceMain {
    private KernelChoiceMain() {}

    public static void main(String[] arguments) throws Exception {
        MemoryShards shards = MemoryShards.random(TestRandom.fixed(1), 5, 1, 2, 5);
        for (KernelChoice choice : KernelChoice.values()) {
            TrainingOptions.Builder builder = OptionCombinations.models().get(0).toBuilder();
            TrainingOptions options = builder.kernel(choice).build();
            try {
                System.out.println(
                        choice + " " + Training.train(options, shards).kernel());
            } catch (WordloomException e) {
                System.out.println(choice + " " + e.exitCode() + " " + e.getMessage());
            }
        }
    }
}
