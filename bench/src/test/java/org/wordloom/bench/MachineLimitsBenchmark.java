package org.wordloom.bench;

import java.util.concurrent.TimeUnit;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.wordloom.kernel.SimdLanes;

/** What one core can do at most, to hold kernels against: fused multiply-adds in registers, and bytes from memory. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MachineLimitsBenchmark {
    private static final VectorSpecies<Float> FLOATS = SimdLanes.FLOATS;
    private static final int ROUNDS = 1_000;
    /** 256 MB: far beyond the last cache. */
    private static final int LARGE = 64 << 20;

    private final float[] large = new float[LARGE];
    private final float[] result = new float[FLOATS.length()];

    /**
     * Ten independent chains of a thousand vector multiply-adds: 160,000 floating-point operations in 256 bits, 320,000 in 512.
     * Each adds to its own register; {@code a = a.fma(x, y)} would copy one each time, which takes up to two thirds of
     * the rate.
     */
    @Benchmark
    public float[] multiplyAdd10000Vectors() {
        FloatVector x = FloatVector.broadcast(FLOATS, 0.999f);
        FloatVector y = FloatVector.broadcast(FLOATS, 1e-7f);
        FloatVector a = FloatVector.zero(FLOATS);
        FloatVector b = y;
        FloatVector c = x;
        FloatVector d = a;
        FloatVector e = b;
        FloatVector f = c;
        FloatVector g = a;
        FloatVector h = b;
        FloatVector i = c;
        FloatVector j = x;
        for (int round = 0; round < ROUNDS; round++) {
            a = x.fma(y, a);
            b = x.fma(y, b);
            c = x.fma(y, c);
            d = x.fma(y, d);
            e = x.fma(y, e);
            f = x.fma(y, f);
            g = x.fma(y, g);
            h = x.fma(y, h);
            i = x.fma(y, i);
            j = x.fma(y, j);
        }
        a.add(b).add(c).add(d).add(e).add(f).add(g).add(h).add(i).add(j).intoArray(result, 0);
        return result;
    }

    /** Reads 256 MB from memory in order. */
    @Benchmark
    public float[] read256Megabytes() {
        FloatVector a = FloatVector.zero(FLOATS);
        FloatVector b = a;
        int lanes = FLOATS.length();
        for (int at = 0; at < LARGE; at += 2 * lanes) {
            a = a.add(FloatVector.fromArray(FLOATS, large, at));
            b = b.add(FloatVector.fromArray(FLOATS, large, at + lanes));
        }
        a.add(b).intoArray(result, 0);
        return result;
    }
}
