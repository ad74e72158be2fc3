package org.wordloom.cluster.cooccurrence;

import java.io.IOException;
import java.io.Serializable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.concurrent.atomic.LongAdder;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.cooccurrence.BlockPair;
import org.wordloom.cooccurrence.BucketNumbers;
import org.wordloom.cooccurrence.Cells;
import org.wordloom.cooccurrence.CellsBuilder;
import org.wordloom.cooccurrence.CooccurrenceOptions;
import org.wordloom.cooccurrence.LargeSum;
import org.wordloom.cooccurrence.WeightUnits;
import scala.Tuple2;

/**
 * Merges the segments of some buckets and writes them, with one bucket's cells in memory. The sums of rows and columns
 * are taken before the minimum leaves cells out.
 */
final class MergeTask {
    private final Storage storage;
    private final String staging;
    private final long attempt;
    private final BlockPartition partition;
    private final BucketNumbers buckets;
    private final WeightUnits units;
    private final long minimumUnits;
    private final SumCollector sums;
    private final LongAdder progress;
    private final ArrayList<WrittenCells> files = new ArrayList<>();
    private long lostEntries;
    private BigInteger lostUnits = BigInteger.ZERO;

    /** @param progress counts buckets */
    MergeTask(
            Storage storage,
            String staging,
            long attempt,
            BlockPartition partition,
            CooccurrenceOptions options,
            BucketNumbers buckets,
            LongAdder progress) {
        this.storage = storage;
        this.staging = staging;
        this.attempt = attempt;
        this.partition = partition;
        this.buckets = buckets;
        this.units = WeightUnits.of(options);
        this.minimumUnits = units.atLeast(options.minimum());
        this.sums = new SumCollector(partition.rows(), buckets.half());
        this.progress = progress;
    }

    /** Writes everything; gives the sums by part, and a {@link MergeResult} with another key. */
    Iterator<Tuple2<Integer, Serializable>> run(Iterator<Tuple2<Long, byte[]>> segments) throws IOException {
        try {
            MergeOutcome merged = new MergeOutcome(sums);
            merged.add(merge(segments));
            return merged.parts();
        } catch (OutOfMemoryError e) {
            throw CountingMemory.exhausted("writing the cells of a block pair", e);
        }
    }

    private MergeResult merge(Iterator<Tuple2<Long, byte[]>> segments) throws IOException {
        SegmentMerger merger = new SegmentMerger(segments, buckets);
        CellsBuilder builder = new CellsBuilder(units, minimumUnits);
        boolean more = merger.nextBucket();
        while (more) {
            int file = buckets.fileOf(merger.bucket());
            try (CellsFile out = new CellsFile(storage, staging, file, attempt)) {
                while (more && buckets.fileOf(merger.bucket()) == file) {
                    write(merger, builder, out);
                    more = merger.nextBucket();
                }
                files.add(out.publish());
            }
        }
        return new MergeResult(files, lostEntries, lostUnits);
    }

    private void write(SegmentMerger merger, CellsBuilder builder, CellsFile out) throws IOException {
        BlockPair pair = BlockPair.of(partition, merger.rowBlock(), merger.columnBlock());
        BucketSums bucket = new BucketSums(pair);
        boolean meetsItself = buckets.half() && pair.rowBlock() == pair.columnBlock();
        long diagonal = meetsItself ? addMirrored(merger, builder, bucket) : add(merger, builder, bucket);
        sums.add(bucket, partition);
        int places = buckets.half() ? 2 : 1;
        lostEntries += builder.lostPairs() * places;
        lostUnits = lostUnits.add(builder.lostUnits().multiply(BigInteger.valueOf(places)));
        Cells cells = builder.build();
        if (cells.size() > 0) {
            out.add(merger.bucket(), pair, cells, meetsItself ? 2L * cells.size() - diagonal : cells.size());
        }
        progress.increment();
    }

    private static long add(SegmentMerger merger, CellsBuilder builder, BucketSums bucket) {
        while (merger.next()) {
            bucket.add(merger.row(), merger.column(), merger.sum());
            builder.add(merger.row(), merger.column(), merger.sum());
        }
        return 0;
    }

    /** As {@link #add}, where a pair of two words stands for two cells, and that of a word with itself for one. */
    private long addMirrored(SegmentMerger merger, CellsBuilder builder, BucketSums bucket) {
        long diagonal = 0;
        LargeSum lostOnce = new LargeSum();
        while (merger.next()) {
            int row = merger.row();
            int column = merger.column();
            boolean kept = builder.add(row, column, merger.sum());
            if (row != column) {
                bucket.add(row, column, merger.sum());
            } else {
                bucket.addDiagonal(row, merger.sum());
                diagonal += kept ? 1 : 0;
                lostEntries -= kept ? 0 : 1;
                lostOnce.add(kept ? 0 : merger.sum());
            }
        }
        lostUnits = lostUnits.subtract(lostOnce.value());
        return diagonal;
    }
}
