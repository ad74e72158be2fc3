package org.wordloom.cluster.cooccurrence;

import java.util.ArrayList;
import java.util.List;
import org.wordloom.blocks.BlockPartition;
import org.wordloom.cooccurrence.ExactSums;
import scala.Tuple2;

/** Sums of rows and columns by word, in units, that can be sent on in parts of {@link #PART_WORDS} words. */
final class SumCollector {
    static final int PART_WORDS = 1 << 16;

    private final long[] rows;
    private final long[] columns;

    /** @param half whether a row's sum is its column's too, so that one array has both */
    SumCollector(int words, boolean half) {
        this.rows = new long[words];
        this.columns = half ? rows : new long[words];
    }

    /** Bytes of heap that it takes. */
    static long bytes(int words, boolean half) {
        return (half ? 1L : 2L) * Long.BYTES * words;
    }

    static int parts(int words) {
        return (words - 1) / PART_WORDS + 1;
    }

    /** Adds the sums of a bucket. INPUT error when one exceeds 64 bits. */
    void add(BucketSums bucket, BlockPartition partition) {
        if (bucket.overflowed()) {
            throw ExactSums.overflow();
        }
        add(bucket.rows(), bucket.pair().rowBlock(), partition, rows);
        add(bucket.columns(), bucket.pair().columnBlock(), partition, columns);
    }

    private static void add(long[] sums, int block, BlockPartition partition, long[] to) {
        for (int index = 0; index < sums.length; index++) {
            int word = partition.row(block, index);
            to[word] = ExactSums.add(to[word], sums[index]);
        }
    }

    /** Adds what {@link #parts()} gave. */
    void addPart(int part, byte[] packed) {
        PackedSums.Reader in = new PackedSums.Reader(packed);
        read(in, rows, part);
        if (columns != rows) {
            read(in, columns, part);
        }
    }

    private static void read(PackedSums.Reader in, long[] sums, int part) {
        for (int word = first(part); word < end(part, sums); word++) {
            sums[word] = ExactSums.add(sums[word], in.next());
        }
    }

    /** The parts that hold anything, each with its number. */
    List<Tuple2<Integer, byte[]>> parts() {
        List<Tuple2<Integer, byte[]>> parts = new ArrayList<>();
        for (int part = 0; part < parts(rows.length); part++) {
            PackedSums.Writer out = new PackedSums.Writer();
            long any = out.add(rows, first(part), end(part, rows));
            if (columns != rows) {
                any |= out.add(columns, first(part), end(part, columns));
            }
            if (any != 0) {
                parts.add(new Tuple2<>(part, out.take()));
            }
        }
        return parts;
    }

    long[] rows() {
        return rows;
    }

    /** The same array as that of the rows where they are the same. */
    long[] columns() {
        return columns;
    }

    private static int first(int part) {
        return part * PART_WORDS;
    }

    private static int end(int part, long[] sums) {
        return Math.min(sums.length, first(part) + PART_WORDS);
    }
}
