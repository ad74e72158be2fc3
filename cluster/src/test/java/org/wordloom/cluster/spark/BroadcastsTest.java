package org.wordloom.cluster.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.LocalSpark;

@ExtendWith(LocalSpark.class)
class BroadcastsTest {
    @Test
    void areUsableUntilTheirJobFails(JavaSparkContext spark) {
        Broadcasts broadcasts = new Broadcasts(spark);
        List<Broadcast<String>> sent = List.of(broadcasts.send("a"), broadcasts.send("b"));
        assertThat(sent).extracting(Broadcast::value).containsExactly("a", "b");
        assertThatThrownBy(() -> fail(broadcasts)).hasMessage("power is out").hasNoSuppressedExceptions();
        assertGone(sent);
        assertThatCode(broadcasts::close).doesNotThrowAnyException();
    }

    /** What Spark refuses to destroy: it was destroyed before. */
    @Test
    void whatCannotBeGivenBackHidesNoFailureAndKeepsNothing(JavaSparkContext spark) {
        Broadcasts broadcasts = new Broadcasts(spark);
        List<Broadcast<String>> sent =
                List.of(broadcasts.send("a"), broadcasts.send("b"), broadcasts.send("c"), broadcasts.send("d"));
        sent.get(1).destroy();
        sent.get(3).destroy();
        assertThatThrownBy(() -> fail(broadcasts)).hasMessage("power is out").satisfies(e -> {
            assertThat(e.getSuppressed()).hasSize(1);
            assertDestroyedTwice(e.getSuppressed()[0]);
            assertThat(e.getSuppressed()[0].getSuppressed()).hasSize(1);
            assertDestroyedTwice(e.getSuppressed()[0].getSuppressed()[0]);
        });
        assertGone(sent);
    }

    private static void fail(Broadcasts broadcasts) {
        try (broadcasts) {
            throw new IllegalStateException("power is out");
        }
    }

    private static void assertDestroyedTwice(Throwable failure) {
        assertThat(failure).isInstanceOf(WordloomException.class).hasMessageContaining("destroyed");
    }

    private static void assertGone(List<Broadcast<String>> sent) {
        assertThat(sent)
                .allSatisfy(broadcast -> assertThatThrownBy(broadcast::value).hasMessageContaining("destroyed"));
    }
}
