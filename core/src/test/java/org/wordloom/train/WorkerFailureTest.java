package org.wordloom.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordloom.base.ExitCode;
import org.wordloom.base.Progress;
import org.wordloom.base.WordloomException;
import org.wordloom.corpus.MemoryShards;
import org.wordloom.corpus.ShardReader;

/** What goes wrong in one thread ends the run at once, though the others' shards never end. */
@Timeout(20)
class WorkerFailureTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void anIOExceptionIsRethrown(int threads) {
        IOException failure = new IOException("disk on fire");
        assertThatThrownBy(() -> train(threads, () -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void anErrorIsRethrown(int threads) {
        Error failure = new LinkageError("no such class");
        assertThatThrownBy(() -> train(threads, () -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void damageInTheMiddleOfAShardIsRethrown(int threads) {
        assertThatThrownBy(() -> train(threads, WorkerFailureTest::damagedInTheMiddle))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.FORMAT))
                .hasMessageContaining("bad-shard");
    }

    @Test
    void anInterruptEndsTheRun() throws Exception {
        Thread caller = Thread.currentThread();
        Thread interrupter = new Thread(() -> {
            while (caller.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            caller.interrupt();
        });
        interrupter.start();
        assertThatThrownBy(() -> train(2, EndlessShards::endless)).isInstanceOf(InterruptedException.class);
        interrupter.join();
    }

    @Test
    void aListenerThatFailsEndsTheRun() {
        IllegalStateException failure = new IllegalStateException("the terminal is gone");
        MemoryShards shards = new MemoryShards(3);
        assertThatThrownBy(() -> new HogwildTrainer(options(1), shards.counts()).train(shards, progress -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }

    private static void train(int threads, EndlessShards.First first) throws IOException, InterruptedException {
        new HogwildTrainer(options(threads), EndlessShards.counts())
                .train(new EndlessShards(first), Progress.Listener.none());
    }

    private static TrainingOptions options(int threads) {
        return TrainingOptions.builder(ArchitectureChoice.CBOW)
                .dim(8)
                .threads(threads)
                .build();
    }

    private static ShardReader damagedInTheMiddle() throws IOException {
        byte[] shard = MemoryShards.encode(new int[100_000]);
        shard[90_000] ^= 1;
        return new ShardReader(new ByteArrayInputStream(shard), "bad-shard", 20);
    }
}
