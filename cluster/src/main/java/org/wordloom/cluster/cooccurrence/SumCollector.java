package org.wordloom.cluster.cooccurrence;

import java.util.ArrayList;
import java.util.List;
import org.wordloom.cooccurrence.ExactSums;
import scala.Tuple2;

/** Sums of rows and columns by word, in units, that can be sent on in parts of {@link #PART_WORDS} words. */
final class SumCollector {
    static final int PART_WORDS = 1 << 16;

    private final long[] rows;
    private final long[] columns;

    SumCollector(int words) {
        this.rows = new long[words];
        this.columns = new long[words];
    }

    static int parts(int words) {
        return (words - 1) / PART_WORDS + 1;
    }

    void add(int row, int column, long sum) {
        rows[row] = ExactSums.add(rows[row], sum);
        columns[column] = ExactSums.add(columns[column], sum);
    }

    /** Adds what {@link #parts()} gave. */
    void addPart(int part, byte[] packed) {
        int first = part * PART_WORDS;
        int last = Math.min(rows.length, first + PART_WORDS);
        PackedSums.Reader in = new PackedSums.Reader(packed);
        for (int word = first; word < last; word++) {
            rows[word] = ExactSums.add(rows[word], in.next());
        }
        for (int word = first; word < last; word++) {
            columns[word] = ExactSums.add(columns[word], in.next());
        }
    }

    /** The parts that hold anything, each with its number. */
    List<Tuple2<Integer, byte[]>> parts() {
        List<Tuple2<Integer, byte[]>> parts = new ArrayList<>();
        for (int part = 0; part < parts(rows.length); part++) {
            int first = part * PART_WORDS;
            int last = Math.min(rows.length, first + PART_WORDS);
            PackedSums.Writer out = new PackedSums.Writer();
            long any = out.add(rows, first, last) | out.add(columns, first, last);
            if (any != 0) {
                parts.add(new Tuple2<>(part, out.take()));
            }
        }
        return parts;
    }

    long[] rows() {
        return rows;
    }

    long[] columns() {
        return columns;
    }
}
