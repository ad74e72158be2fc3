package org.wordloom.train.glove;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wordloom.TestRandom;
import org.wordloom.train.KernelChoice;
import org.wordloom.train.Training;

/** Trains GloVe on tiny fixed cells in several ways and prints a digest of each, for comparison between JVMs. */
public final class GloveDigestMain {
    private GloveDigestMain() {}

    public static void main(String[] arguments) throws Exception {
        lines().forEach(System.out::println);
    }

    static List<String> lines() throws Exception {
        MemoryCells matrix = MemoryCells.random(TestRandom.fixed(17), 12, 0.6);
        List<String> lines = new ArrayList<>();
        int dim = 5;
        for (KernelChoice kernel : new KernelChoice[] {KernelChoice.SCALAR, KernelChoice.AUTO}) {
            for (double clip : new double[] {100, 0.05}) {
                for (int blocks = 1; blocks < 4; blocks++) {
                    dim += 7;
                    GloveOptions.Builder options =
                            GloveOptions.builder().dim(dim).epochs(2).gradClip(clip);
                    options.xMax(30).exact(true).threads(2).kernel(kernel);
                    GloveTrainer.Result result = GloveTrainerTest.train(options.build(), matrix, blocks);
                    lines.add(dim + " " + result.kernel() + " " + digest(result));
                }
            }
        }
        return lines;
    }

    /** A digest of all bits of both matrices and of the losses. */
    static String digest(GloveTrainer.Result result) throws Exception {
        return Training.digest(result.words(), result.contexts()) + " " + Arrays.toString(result.losses());
    }
}
