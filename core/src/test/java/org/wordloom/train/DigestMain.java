package org.wordloom.train;

import java.util.ArrayList;
import java.util.List;
import org.wordloom.TestRandom;
import org.wordloom.corpus.MemoryShards;

/** Trains on a tiny fixed corpus in several ways and prints a digest of each, for comparison between JVMs. */
public final class DigestMain {
    private DigestMain() {}

    public static void main(String[] arguments) throws Exception {
        lines().forEach(System.out::println);
    }

    /** Few combinations, since an interpreter takes milliseconds for a tile; each at a width of its own. */
    static List<String> lines() throws Exception {
        MemoryShards shards = MemoryShards.random(TestRandom.fixed(11), 20, 1, 5, 12);
        List<String> lines = new ArrayList<>();
        int dim = 5;
        for (TrainingOptions model : OptionCombinations.models()) {
            for (KernelChoice kernel : new KernelChoice[] {KernelChoice.SCALAR, KernelChoice.AUTO}) {
                for (SigmoidChoice sigmoid : SigmoidChoice.values()) {
                    dim += 7;
                    TrainingOptions.Builder builder = model.toBuilder().dim(dim).kernel(kernel);
                    TrainingOptions options = builder.sigmoid(sigmoid).build();
                    HogwildTrainer.Result result = Training.train(options, shards);
                    lines.add(OptionCombinations.name(options) + " " + result.kernel() + " " + Training.digest(result));
                }
            }
        }
        return lines;
    }
}
