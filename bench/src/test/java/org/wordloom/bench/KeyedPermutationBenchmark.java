package org.wordloom.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.wordloom.blocks.KeyedPermutation;

/** What a place of a shuffled order costs: one for every cell of every epoch. Just above a power of two is no worse. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class KeyedPermutationBenchmark {
    private static final int PLACES = 1024;

    @Param({"1048576", "1048577", "43367919"})
    public int size;

    @Benchmark
    @OperationsPerInvocation(PLACES)
    public long at() {
        KeyedPermutation permutation = new KeyedPermutation(size, 1);
        long sum = 0;
        for (int place = 0; place < PLACES; place++) {
            sum += permutation.at(place);
        }
        return sum;
    }
}
