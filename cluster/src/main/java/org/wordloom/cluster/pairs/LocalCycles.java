package org.wordloom.cluster.pairs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.blocks.BlockVisit;
import org.wordloom.cluster.encoding.EncodedCorpus;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.cooccurrence.Cells;
import org.wordloom.cooccurrence.PairBuckets;
import org.wordloom.corpus.ShardReader;
import org.wordloom.train.WorkerPool;
import org.wordloom.train.pairs.PairVisit.Portion;

/**
 * The pairs of cycles in one JVM: threads read the shards once for each cycle, each collecting, sorting and packing what it
 * read. Which thread read what decides how pairs are cut into segments, but not what they add up to.
 */
final class LocalCycles implements CycleFeed, PairFeed {
    private static final long serialVersionUID = 1L;

    private final transient Storage storage;
    private final transient EncodedCorpus corpus;
    private final transient CycleText text;
    private final transient Memory memory;
    private final double draws;
    private transient SegmentStore store;
    private transient int current = -1;
    private transient BucketedPairs sum = BucketedPairs.NONE;

    /**
     * What this may take.
     *
     * @param threads that read at once
     * @param readBytes for each of them while they read
     * @param keptBytes for packed pairs; what is above goes to a file
     * @param folder for that file
     */
    record Memory(int threads, long readBytes, long keptBytes, Path folder) {}

    /** @param draws the sum of the draw weights of all inputs, see {@link Portion} */
    LocalCycles(Storage storage, EncodedCorpus corpus, CycleText text, Memory memory, double draws) {
        this.storage = storage;
        this.corpus = corpus;
        this.text = text;
        this.memory = memory;
        this.draws = draws;
    }

    @Override
    public void begin(int cycle) throws IOException, InterruptedException {
        long start = System.nanoTime();
        release(cycle);
        store = new SegmentStore(text.partition().blocks(), memory.keptBytes(), memory.folder());
        AtomicInteger next = new AtomicInteger();
        int threads = Math.max(1, Math.min(memory.threads(), corpus.shards().size()));
        Callable<Void> worker = () -> read(cycle, next, threads);
        int all = corpus.shards().size();
        new WorkerPool(Collections.nCopies(threads, worker), () -> next.set(all), () -> {}).run();
        current = cycle;
        double seconds = (System.nanoTime() - start) * 1e-9;
        sum = sum.plus(new BucketedPairs(store.pairs(), store.bytes(), store.fileBytes(), seconds));
    }

    private Void read(int cycle, AtomicInteger next, int threads) throws IOException {
        PairBuckets buckets = new PairBuckets(text.order(), text.collected(threads, memory.readBytes()), store);
        CycleText.Reader reader = text.reader(storage, corpus.shards(), cycle);
        for (int shard = next.getAndIncrement(); shard < corpus.shards().size(); shard = next.getAndIncrement()) {
            try (ShardReader open = reader.open(shard)) {
                while (reader.advance(buckets)) {
                    // one sentence after the other
                }
            }
        }
        buckets.flush();
        return null;
    }

    @Override
    public void release(int before) {
        if (store == null || current >= before) {
            return;
        }
        try {
            store.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close a file of pairs", e);
        }
        store = null;
    }

    @Override
    public Cells cells(BlockVisit visit) throws IOException {
        require(visit.cycle());
        return store.cells(visit);
    }

    @Override
    public Portion portion(int cycle) {
        require(cycle);
        return new Portion(1, store.pairs() / draws);
    }

    private void require(int cycle) {
        if (cycle != current || store == null) {
            throw new WordloomException(ExitCode.INTERNAL, "cycle " + cycle + " was not prepared, but " + current);
        }
    }

    @Override
    public PairFeed pairs() {
        return this;
    }

    @Override
    public BucketedPairs sum() {
        return sum;
    }

    @Override
    public void close() {
        release(Integer.MAX_VALUE);
    }
}
