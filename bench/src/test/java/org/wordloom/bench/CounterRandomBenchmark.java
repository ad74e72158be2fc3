package org.wordloom.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.wordloom.base.CounterRandom;
import org.wordloom.base.CounterRandom.Purpose;

/** What a draw of a bounded int from the counter-based generator costs. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CounterRandomBenchmark {
    private static final int DRAWS = 1024;

    private final long key = CounterRandom.key(1, Purpose.TRAINING);
    private int bound = 71_291;

    @Benchmark
    @OperationsPerInvocation(DRAWS)
    public long below() {
        long sum = 0;
        for (int i = 0; i < DRAWS; i++) {
            sum += CounterRandom.below(CounterRandom.at(key, i), bound);
        }
        return sum;
    }
}
