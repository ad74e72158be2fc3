package org.wordloom.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelTasksTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void everyTaskRunsOnceWithAWorkerForEachThread(int threads) {
        AtomicIntegerArray runs = new AtomicIntegerArray(1000);
        AtomicInteger workers = new AtomicInteger();
        ParallelTasks.run(threads, runs.length(), "test", () -> {
            workers.incrementAndGet();
            return runs::incrementAndGet;
        });
        for (int task = 0; task < runs.length(); task++) {
            assertThat(runs.get(task)).as("runs of task %d", task).isEqualTo(1);
        }
        assertThat(workers.get()).isEqualTo(threads);
    }

    @Test
    void allThreadsRunAtOnceAndTheCallingOneIsOneOfThem() {
        CountDownLatch allRun = new CountDownLatch(3);
        Set<String> names = ConcurrentHashMap.newKeySet();
        ParallelTasks.run(3, 3, "test", () -> task -> {
            names.add(Thread.currentThread().getName());
            allRun.countDown();
            await(allRun);
        });
        assertThat(names).containsExactlyInAnyOrder(Thread.currentThread().getName(), "test-1", "test-2");
    }

    @Test
    void oneThreadTakesTheTasksInTheirOrder() {
        List<Integer> order = new ArrayList<>();
        ParallelTasks.run(1, 5, "test", () -> order::add);
        assertThat(order).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void fewerTasksThanThreadsStartNoThreadInVain() {
        AtomicInteger workers = new AtomicInteger();
        ParallelTasks.run(100, 2, "test", () -> {
            workers.incrementAndGet();
            return task -> {};
        });
        assertThat(workers.get()).isEqualTo(2);
        ParallelTasks.run(100, 0, "test", () -> task -> {
            throw new AssertionError("there is no task " + task);
        });
    }

    @Test
    void aFailureIsTheCallersWhateverItIsAndWhoeverHadIt() {
        for (Throwable failure : List.of(new IllegalStateException("one"), new StackOverflowError("two"))) {
            for (int threads : new int[] {1, 2}) {
                assertThatThrownBy(() -> ParallelTasks.run(threads, 8, "test", () -> failingAt(5, failure)))
                        .isSameAs(failure);
            }
        }
        IllegalStateException noWorker = new IllegalStateException("no worker");
        assertThatThrownBy(() -> ParallelTasks.run(2, 8, "test", () -> {
                    throw noWorker;
                }))
                .isSameAs(noWorker);
    }

    @Test
    void tasksAfterAFailureDoNotRun() {
        List<Integer> ran = new ArrayList<>();
        assertThatThrownBy(() -> ParallelTasks.run(1, 8, "test", () -> task -> {
                    failingAt(3, new IllegalStateException()).accept(task);
                    ran.add(task);
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(ran).containsExactly(0, 1, 2);
    }

    @Test
    void aFailureStopsTheOtherThreads() {
        int tasks = 100_000_000;
        AtomicLong ran = new AtomicLong();
        assertThatThrownBy(() -> ParallelTasks.run(2, tasks, "test", () -> task -> {
                    failingAt(0, new IllegalStateException()).accept(task);
                    ran.incrementAndGet();
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(ran.get()).isLessThan(tasks - 1L);
    }

    /** What is half done must not be taken for whole; the interruption is left for whoever asks for it. */
    @Test
    void anInterruptedCallerWaitsForItsThreadsAndStaysInterrupted() {
        Thread caller = Thread.currentThread();
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger ended = new AtomicInteger();
        caller.interrupt();
        ParallelTasks.run(2, 2, "test", () -> task -> {
            begun.incrementAndGet();
            while (begun.get() < 2) {
                Thread.onSpinWait();
            }
            if (Thread.currentThread() != caller) {
                LockSupport.parkNanos(100_000_000);
            }
            ended.incrementAndGet();
        });
        assertThat(ended.get()).isEqualTo(2);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static IntConsumer failingAt(int failing, Throwable failure) {
        return task -> {
            if (task == failing && failure instanceof RuntimeException runtime) {
                throw runtime;
            }
            if (task == failing) {
                throw (Error) failure;
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
