package org.wordloom.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;

/** The k best of offers in any order, against sorting all of them; scores are equal often. */
class BoundedHeapTest {
    private final TestRandom random = TestRandom.create();

    private record Offer(int id, float score) {}

    @Test
    void keepsTheBestWhateverTheOrder() {
        for (int round = 0; round < 500; round++) {
            int capacity = random.below(20);
            List<Offer> offers = shuffled(random.below(60));
            BoundedHeap heap = new BoundedHeap(Math.max(1, capacity));
            offers.forEach(offer -> heap.offer(offer.id(), offer.score()));
            offers.sort(Comparator.comparing(Offer::score).reversed().thenComparing(Offer::id));
            Ranking found = heap.drain();
            assertThat(found.size()).isEqualTo(Math.min(Math.max(1, capacity), offers.size()));
            for (int rank = 0; rank < found.size(); rank++) {
                assertThat(new Offer(found.id(rank), found.score(rank))).isEqualTo(offers.get(rank));
            }
            assertThat(heap.drain().size()).as("drained").isZero();
        }
    }

    @Test
    void aFullHeapSaysWhatMustBeExceeded() {
        BoundedHeap heap = new BoundedHeap(2);
        assertThat(heap.threshold()).isEqualTo(Float.NEGATIVE_INFINITY);
        heap.offer(1, 0.5f);
        assertThat(heap.threshold()).isEqualTo(Float.NEGATIVE_INFINITY);
        heap.offer(2, -0.5f);
        assertThat(heap.threshold()).isEqualTo(-0.5f);
        heap.offer(3, 0.25f);
        assertThat(heap.threshold()).isEqualTo(0.25f);
    }

    @Test
    void withoutRoomNothingIsKept() {
        BoundedHeap heap = new BoundedHeap(0);
        heap.offer(1, 0.5f);
        assertThat(heap.drain().size()).isZero();
    }

    private List<Offer> shuffled(int count) {
        List<Offer> offers = new ArrayList<>();
        for (int id = 0; id < count; id++) {
            offers.add(random.below(offers.size() + 1), new Offer(id, random.below(8) / 8f));
        }
        return offers;
    }
}
