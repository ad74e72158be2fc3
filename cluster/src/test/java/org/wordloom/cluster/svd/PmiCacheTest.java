package org.wordloom.cluster.svd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wordloom.matrix.SparseMatrix;

class PmiCacheTest {
    private final AtomicInteger computed = new AtomicInteger();

    @AfterEach
    void clear() {
        PmiCache.end("run");
    }

    @Test
    void keepsWhatCameFirstAndComputesTheRestAgain() {
        long room = 2 * block().bytes();
        for (int pass = 1; pass <= 3; pass++) {
            for (int column = 0; column < 4; column++) {
                PmiCache.of("run", room).get(0, column, false, this::counted);
            }
            assertThat(computed).hasValue(4 + 2 * (pass - 1));
        }
        PmiCache.of("run", room).get(0, 0, true, this::counted);
        assertThat(computed).hasValue(9);
    }

    @Test
    void forgetsOtherRuns() {
        PmiCache.of("run", 1000).get(0, 0, false, this::counted);
        PmiCache.of("other", 1000).get(0, 0, false, this::counted);
        PmiCache.end("run");
        PmiCache.of("other", 1000).get(0, 0, false, this::counted);
        PmiCache.end("other");
        PmiCache.of("other", 1000).get(0, 0, false, this::counted);
        assertThat(computed).hasValue(3);
        PmiCache.end("other");
    }

    private SparseMatrix counted() {
        computed.incrementAndGet();
        return block();
    }

    private static SparseMatrix block() {
        return new SparseMatrix(1, 3, new int[] {0, 1}, new int[] {2}, new float[] {1});
    }
}
