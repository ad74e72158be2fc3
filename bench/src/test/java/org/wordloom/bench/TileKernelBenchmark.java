package org.wordloom.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.wordloom.kernel.ContextGradient;
import org.wordloom.kernel.Link;
import org.wordloom.kernel.Tile;
import org.wordloom.kernel.TileKernel;
import org.wordloom.kernel.TileKernels;
import org.wordloom.kernel.UpdateRule;
import org.wordloom.matrix.RowMatrix;

/**
 * What a tile costs, whole. A tile of n × m at width d is 6·n·m·d floating-point operations; divide by the time and by
 * {@link MachineLimitsBenchmark}'s rate for the fraction of the peak. Before anything is timed the kernel must agree
 * with the scalar reference.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 1)
@Fork(1)
public class TileKernelBenchmark {
    private static final UpdateRule RULE = new UpdateRule(ContextGradient.MEAN, null, null);
    private static final float RATE = 1e-6f;

    @Param({"scalar", "simd"})
    public String kernel;

    @Param({"100", "300"})
    public int dim;

    /** Hidden vectors by outputs: combined skip-gram windows, combined CBOW windows, a skip-gram path of the tree. */
    @Param({"12x12", "4x12", "6x13"})
    public String shape;

    /** Rows of each matrix: all in the first-level cache, or those of a vocabulary. */
    @Param({"16", "65536"})
    public int rows;

    private final SplittableRandom random = new SplittableRandom(1);
    private TileKernel timed;
    private RowMatrix input;
    private RowMatrix output;
    private Tile tile;
    private int hidden;
    private int outputs;

    @Setup(Level.Trial)
    public void prepare() {
        timed = kernel.equals("simd") ? TileKernels.simd() : TileKernels.scalar();
        hidden = Integer.parseInt(shape.substring(0, shape.indexOf('x')));
        outputs = Integer.parseInt(shape.substring(shape.indexOf('x') + 1));
        input = randomMatrix(1);
        output = randomMatrix(2);
        tile = new Tile(hidden, 1, outputs, dim);
        requireAgreement();
    }

    @Benchmark
    public void step() {
        fill();
        compute(timed, input, output);
    }

    private void compute(TileKernel kernelToRun, RowMatrix in, RowMatrix out) {
        kernelToRun.multiply(tile, in, out);
        kernelToRun.differentiate(tile, Link.LOGISTIC, RATE);
        kernelToRun.update(tile, in, out, RULE);
    }

    private void fill() {
        tile.clear();
        for (int i = 0; i < hidden; i++) {
            tile.addHidden();
            tile.addInput(random.nextInt(rows));
        }
        for (int j = 0; j < outputs; j++) {
            tile.addOutput(random.nextInt(rows), j % 3 == 0 ? 1f : 0f);
            for (int i = 0; i < hidden; i++) {
                tile.setWeight(i, j, 1f);
            }
        }
    }

    private void requireAgreement() {
        RowMatrix referenceInput = randomMatrix(1);
        RowMatrix referenceOutput = randomMatrix(2);
        for (int tiles = 0; tiles < 100; tiles++) {
            fill();
            compute(timed, input, output);
            compute(TileKernels.scalar(), referenceInput, referenceOutput);
        }
        for (int row = 0; row < rows; row++) {
            for (int c = 0; c < dim; c++) {
                requireClose(input.get(row, c), referenceInput.get(row, c));
                requireClose(output.get(row, c), referenceOutput.get(row, c));
            }
        }
    }

    private void requireClose(float value, float reference) {
        if (!(Math.abs(value - reference) <= 1e-5f)) {
            throw new IllegalStateException(kernel + " gives " + value + " where the reference gives " + reference);
        }
    }

    private RowMatrix randomMatrix(long seed) {
        SplittableRandom values = new SplittableRandom(seed);
        RowMatrix matrix = new RowMatrix(rows, dim);
        for (int row = 0; row < rows; row++) {
            for (int c = 0; c < dim; c++) {
                matrix.set(row, c, (float) (values.nextDouble() - 0.5));
            }
        }
        return matrix;
    }
}
