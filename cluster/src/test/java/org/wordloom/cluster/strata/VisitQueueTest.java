package org.wordloom.cluster.strata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordloom.train.WorkerPool;

class VisitQueueTest {
    @ParameterizedTest
    @CsvSource({"1,1", "1,3", "2,2", "3,7", "7,3", "8,8"})
    void everyBlockGoesThroughItsVisitsInOrder(int blocks, int threads) throws Exception {
        StrataSchedule schedule = new StrataSchedule(blocks, 20, 5);
        VisitQueue queue = new VisitQueue(schedule, 0, schedule.strata());
        Map<String, List<Long>> seen = Collections.synchronizedMap(new HashMap<>());
        Callable<Void> worker = () -> {
            for (VisitQueue.Task task = queue.take(); task != null; task = queue.take()) {
                // No other thread has either block now, so the lists need no lock of their own.
                list(seen, "row " + task.visit().rowBlock()).add(task.stratum());
                list(seen, "column " + task.visit().columnBlock()).add(task.stratum());
                queue.done(task);
            }
            return null;
        };
        new WorkerPool(Collections.nCopies(threads, worker), queue::stop, () -> {}).run();
        List<Long> inOrder = new ArrayList<>();
        for (long stratum = 0; stratum < schedule.strata(); stratum++) {
            inOrder.add(stratum);
        }
        assertThat(seen).hasSize(2 * blocks);
        assertThat(seen.values()).allMatch(inOrder::equals);
    }

    @Test
    void endsWithTheStratumThatWasBegun() throws InterruptedException {
        VisitQueue queue = new VisitQueue(new StrataSchedule(3, 2, 1), 2, 6);
        VisitQueue.Task first = queue.take();
        queue.finishStratum();
        assertThat(List.of(first.stratum(), queue.take().stratum(), queue.take().stratum()))
                .containsOnly(2L);
        assertThat(queue.take()).isNull();
        assertThat(queue.strataDone()).isEqualTo(3);
    }

    private static List<Long> list(Map<String, List<Long>> seen, String block) {
        return seen.computeIfAbsent(block, b -> new ArrayList<>());
    }
}
