package org.wordloom.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.model.WordModel;
import org.wordloom.model.WordVectors;
import org.wordloom.vocab.Vocabulary;

/** Makes and compares vectors for tests. */
public final class Vectors {
    private static final String[] LETTERS = {"a", "b", "z", "é", "ß", "中", "文", "😀", "'", "-", "_", "\u00a0"};

    private Vectors() {}

    /** A generator whose seed is printed, and can be given with -Dwordloom.seed=N. */
    public static Random random() {
        long seed = Long.getLong("wordloom.seed", System.nanoTime());
        System.out.println("replay with -Dwordloom.seed=" + seed);
        return new Random(seed);
    }

    public static WordVectors random(int words, int dimension, Random random) {
        return new WordVectors(vocabulary(words, random), matrix(words, dimension, random));
    }

    public static WordModel model(int words, int dimension, Random random) {
        return new WordModel(
                vocabulary(words, random),
                matrix(words, dimension, random),
                matrix(words, dimension, random),
                Map.of("options.dim", String.valueOf(dimension), "corpus", "größer 中文", "empty", ""));
    }

    public static RowMatrix matrix(int rows, int columns, Random random) {
        RowMatrix matrix = new RowMatrix(rows, columns);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                matrix.set(row, column, (float) random.nextGaussian());
            }
        }
        return matrix;
    }

    /** The work may allocate less than so many bytes. */
    static void assertAllocatesBelow(long bytes, Runnable work) {
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = memory.getCurrentThreadAllocatedBytes();
        work.run();
        assertThat(memory.getCurrentThreadAllocatedBytes() - before).isLessThan(bytes);
    }

    private static Vocabulary vocabulary(int words, Random random) {
        String[] names = new String[words];
        long[] counts = new long[words];
        for (int id = 0; id < words; id++) {
            StringBuilder name = new StringBuilder();
            for (int i = random.nextInt(6); i >= 0; i--) {
                name.append(LETTERS[random.nextInt(LETTERS.length)]);
            }
            names[id] = name.append(id).toString();
            counts[id] = (long) (words - id) << 33;
        }
        return Vocabulary.of(names, counts);
    }

    public static void assertEqual(WordVectors actual, WordVectors expected) {
        assertEqualWords(actual.vocabulary(), expected.vocabulary());
        assertEqual(actual.matrix(), expected.matrix());
    }

    public static void assertEqualWords(Vocabulary actual, Vocabulary expected) {
        assertThat(actual.size()).isEqualTo(expected.size());
        for (int id = 0; id < expected.size(); id++) {
            if (!actual.word(id).equals(expected.word(id))) {
                assertThat(actual.word(id)).as("word %d", id).isEqualTo(expected.word(id));
            }
        }
    }

    public static void assertEqual(RowMatrix actual, RowMatrix expected) {
        assertThat(actual.rows()).isEqualTo(expected.rows());
        assertThat(actual.columns()).isEqualTo(expected.columns());
        for (int row = 0; row < expected.rows(); row++) {
            if (!Arrays.equals(actual.row(row), expected.row(row))) {
                assertThat(actual.row(row)).as("row %d", row).containsExactly(expected.row(row));
            }
        }
    }
}
