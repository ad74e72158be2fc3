package org.wordloom.bench;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.wordloom.kernel.AdaGradRows;
import org.wordloom.kernel.CellBatch;
import org.wordloom.kernel.CellKernel;
import org.wordloom.kernel.CellKernels;
import org.wordloom.kernel.CellRule;

/**
 * What a cell of GloVe costs: dot product, weight, and AdaGrad of both rows. Before anything is timed the kernel must
 * give the scalar kernel's bits.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 1)
@Fork(1)
public class CellKernelBenchmark {
    private static final CellRule RULE = new CellRule(100f, 0.75f, 0.05f, 1f, 100f);
    /** Drawn anew for each batch from this many, so that cells cost no random numbers while the clock runs. */
    private static final int CELLS = 1 << 20;

    @Param({"scalar", "simd"})
    public String kernel;

    @Param({"100", "300"})
    public int dim;

    /** Rows of each block: in the second-level cache, in the last, and the vocabulary in one block. */
    @Param({"64", "2048", "65536"})
    public int rows;

    private final int[] cellRows = new int[CELLS];
    private final int[] cellColumns = new int[CELLS];
    private final float[] values = new float[CELLS];
    private final CellBatch batch = new CellBatch();
    private CellKernel timed;
    private AdaGradRows words;
    private AdaGradRows contexts;
    private int next;

    @Setup(Level.Trial)
    public void prepare() {
        SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < CELLS; k++) {
            cellRows[k] = random.nextInt(rows);
            cellColumns[k] = random.nextInt(rows);
            values[k] = (float) (0.1 + 10 * random.nextDouble());
        }
        timed = kernel.equals("simd") ? CellKernels.simd() : CellKernels.scalar();
        words = randomRows(random);
        contexts = randomRows(random);
        requireSameBits();
    }

    @Benchmark
    @OperationsPerInvocation(CellBatch.CAPACITY)
    public double cell() {
        fill();
        return timed.train(batch, words, contexts, RULE);
    }

    private void fill() {
        batch.clear();
        for (int k = next; k < next + CellBatch.CAPACITY; k++) {
            batch.add(cellRows[k], cellColumns[k], values[k]);
        }
        next = (next + CellBatch.CAPACITY) % CELLS;
    }

    private void requireSameBits() {
        AdaGradRows scalarWords = words.copy();
        AdaGradRows scalarContexts = contexts.copy();
        fill();
        timed.train(batch, words, contexts, RULE);
        CellKernels.scalar().train(batch, scalarWords, scalarContexts, RULE);
        if (!Arrays.equals(words.lines(), scalarWords.lines())
                || !Arrays.equals(contexts.lines(), scalarContexts.lines())) {
            throw new IllegalStateException(kernel + " gives other bits than the scalar kernel");
        }
    }

    private AdaGradRows randomRows(SplittableRandom random) {
        AdaGradRows result = new AdaGradRows(rows, dim);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < dim; column++) {
                result.setWeight(row, column, (float) (random.nextDouble() - 0.5) / dim);
            }
        }
        return result;
    }
}
