package org.wordloom.cluster.cooccurrence;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.concurrent.atomic.LongAdder;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.cluster.Storage;
import org.wordloom.cooccurrence.BlockPair;
import org.wordloom.cooccurrence.BucketNumbers;
import org.wordloom.cooccurrence.Cells;
import org.wordloom.cooccurrence.CellsBuilder;
import org.wordloom.cooccurrence.CooccurrenceOptions;
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
    private double lostUnits;

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
        this.sums = new SumCollector(partition.rows());
        this.progress = progress;
    }

    /** Writes everything; gives the sums by part, and a {@link MergeResult} with another key. */
    Iterator<Tuple2<Integer, Serializable>> run(Iterator<Tuple2<Long, byte[]>> segments) throws IOException {
        try {
            MergedPairs merged = new MergedPairs(sums);
            merged.add(merge(segments));
            return merged.parts();
        } catch (OutOfMemoryError e) {
            throw CountingMemory.exhausted("writing the cells of a block pair", e);
        }
    }

    private MergeResult merge(Iterator<Tuple2<Long, byte[]>> segments) throws IOException {
        SegmentMerger merger = new SegmentMerger(segments, buckets);
        boolean more = merger.nextBucket();
        while (more) {
            int file = buckets.fileOf(merger.bucket());
            try (CellsFile out = new CellsFile(storage, staging, file, attempt)) {
                while (more && buckets.fileOf(merger.bucket()) == file) {
                    write(merger, out);
                    more = merger.nextBucket();
                }
                files.add(out.publish());
            }
        }
        return new MergeResult(files, lostEntries, lostUnits);
    }

    private void write(SegmentMerger merger, CellsFile out) throws IOException {
        BlockPair pair = BlockPair.of(partition, merger.rowBlock(), merger.columnBlock());
        CellsBuilder builder = new CellsBuilder(units, minimumUnits);
        long entries = 0;
        boolean half = buckets.half();
        while (merger.next()) {
            int row = partition.row(pair.rowBlock(), merger.row());
            int column = partition.row(pair.columnBlock(), merger.column());
            int places = half && row != column ? 2 : 1;
            sums.add(row, column, merger.sum());
            if (places == 2) {
                sums.add(column, row, merger.sum());
            }
            if (builder.add(merger.row(), merger.column(), merger.sum())) {
                entries += places;
            } else {
                lostEntries += places;
                lostUnits += (double) merger.sum() * places;
            }
        }
        boolean twoPairs = half && pair.rowBlock() != pair.columnBlock();
        Cells cells = builder.build();
        if (cells.size() > 0) {
            out.add(merger.bucket(), pair, cells, twoPairs ? entries / 2 : entries);
        }
        progress.increment();
    }
}
