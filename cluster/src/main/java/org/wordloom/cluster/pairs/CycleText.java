package org.wordloom.cluster.pairs;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.cluster.encoding.EncodedCorpus;
import org.wordloom.cluster.encoding.StoredShards;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.cluster.strata.StrataCost;
import org.wordloom.cooccurrence.BlockOrder;
import org.wordloom.cooccurrence.PairBuckets;
import org.wordloom.cooccurrence.PairSink;
import org.wordloom.corpus.ShardReader;
import org.wordloom.train.pairs.CyclePairs;
import org.wordloom.train.pairs.PairOptions;
import org.wordloom.vocab.SubsamplingTable;

/** What reading the pairs of a cycle needs. Sent to executors once; what can be derived of it is made there, once as well. */
final class CycleText implements Serializable {
    private static final long serialVersionUID = 1L;

    /** More make larger runs of equal pairs, which pack better; fewer take less memory. */
    private static final long MOST_COLLECTED = 1L << 21;

    private static final long LEAST_COLLECTED = 1L << 12;
    /** Of what a cycle is expected to have: how much it varies is little against this. */
    private static final double MARGIN = 1.05;

    private final PairOptions options;
    private final long[] counts;
    private final BlockPartition partition;
    private transient BlockOrder order;
    private transient SubsamplingTable subsampling;

    /**
     * @param options of the training
     * @param counts how often each word occurs, by id; not copied
     * @param partition of the words, for rows and columns alike
     */
    CycleText(PairOptions options, long[] counts, BlockPartition partition) {
        this.options = options;
        this.counts = counts;
        this.partition = partition;
    }

    PairOptions options() {
        return options;
    }

    /** How often each word occurs, by id; not a copy. */
    long[] counts() {
        return counts;
    }

    BlockPartition partition() {
        return partition;
    }

    /** Of the partition; for all threads of a JVM. */
    synchronized BlockOrder order() {
        if (order == null) {
            order = new BlockOrder(partition);
        }
        return order;
    }

    private synchronized SubsamplingTable subsampling() {
        if (subsampling == null) {
            subsampling = new SubsamplingTable(counts, options.model().sample());
        }
        return subsampling;
    }

    /** Bytes of heap that this takes in a JVM, whose threads share it. */
    long sharedBytes() {
        return partition.bytes()
                + (long) Long.BYTES * counts.length
                + BlockOrder.memoryBytes(counts.length)
                + SubsamplingTable.memoryBytes(counts.length);
    }

    /** Reads shards of one cycle, for one thread. */
    static final class Reader {
        private final StoredShards source;
        private final CyclePairs pairs;
        private final int cycle;

        private Reader(CycleText text, Storage storage, List<EncodedCorpus.Shard> shards, int cycle) {
            this.source = new StoredShards(storage, shards, text.counts.length);
            this.pairs = new CyclePairs(text.options, text.subsampling());
            this.cycle = cycle;
        }

        /** Opens a shard; the caller closes it. */
        ShardReader open(int shard) throws IOException {
            ShardReader reader = source.open(shard);
            pairs.begin(reader, source.number(shard), cycle);
            return reader;
        }

        /** Hands on the pairs of the next sentence of the open shard; false when there is none. */
        boolean advance(PairSink sink) throws IOException {
            return pairs.advance(sink) > 0;
        }
    }

    Reader reader(Storage storage, List<EncodedCorpus.Shard> shards, int cycle) {
        return new Reader(this, storage, shards, cycle);
    }

    /** The pairs that a cycle is expected to have. */
    double expectedPairs() {
        double kept = 0;
        SubsamplingTable table = subsampling();
        for (int word = 0; word < counts.length; word++) {
            kept += (double) counts[word] * table.keep(word);
        }
        int window = options.model().window();
        return StrataCost.expectedPairs(kept, window, options.model().epochs()) / options.cycles();
    }

    /** Bytes of heap that the pairs of the fullest visit are expected to take: packed, as cells, and as updates. */
    long visitBytes() {
        long all = 0;
        long largest = 0;
        for (int block = 0; block < partition.blocks(); block++) {
            all += partition.mass(block);
            largest = Math.max(largest, partition.mass(block));
        }
        double share = (double) largest / Math.max(1, all);
        return StrataCost.visitBytes(expectedPairs() * share * share);
    }

    /**
     * How many pairs a reader should collect before it sorts them.
     *
     * @param readers that share a cycle
     * @param bytes of memory that one may take
     */
    int collected(int readers, long bytes) {
        double wanted = MARGIN * expectedPairs() / readers;
        long room = PairBuckets.capacity(partition.blocks(), bytes);
        return (int) Math.max(LEAST_COLLECTED, Math.min(Math.min(wanted, room), MOST_COLLECTED));
    }
}
