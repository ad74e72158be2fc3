package org.wordloom.cluster.cooccurrence;

import java.io.Serializable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import scala.Tuple2;

/** What some reduce tasks came to: their files, and the sums of rows and columns. */
final class MergeOutcome {
    /** The key of what is no part of the sums. */
    private static final int RESULT = -1;

    private final SumCollector sums;
    private final ArrayList<WrittenCells> files = new ArrayList<>();
    private long lostEntries;
    private BigInteger lostUnits = BigInteger.ZERO;

    MergeOutcome(SumCollector sums) {
        this.sums = sums;
    }

    /** What {@link #parts} of several gave, put together. */
    static MergeOutcome of(Iterator<Tuple2<Integer, Serializable>> parts, int words, boolean half) {
        MergeOutcome merged = new MergeOutcome(new SumCollector(words, half));
        while (parts.hasNext()) {
            Tuple2<Integer, Serializable> part = parts.next();
            if (part._1() == RESULT) {
                merged.add((MergeResult) part._2());
            } else {
                merged.sums.addPart(part._1(), (byte[]) part._2());
            }
        }
        return merged;
    }

    void add(MergeResult result) {
        files.addAll(result.files());
        files.sort(Comparator.comparing(WrittenCells::name));
        lostEntries += result.lostEntries();
        lostUnits = lostUnits.add(result.lostUnits());
    }

    /** Everything as pieces that travel. */
    Iterator<Tuple2<Integer, Serializable>> parts() {
        List<Tuple2<Integer, Serializable>> parts = new ArrayList<>();
        parts.add(new Tuple2<>(RESULT, new MergeResult(files, lostEntries, lostUnits)));
        sums.parts().forEach(part -> parts.add(new Tuple2<>(part._1(), part._2())));
        return parts.iterator();
    }

    List<WrittenCells> files() {
        return files;
    }

    SumCollector sums() {
        return sums;
    }

    CooccurrenceTotals totals(long entries, long scale) {
        double weight = 0;
        for (long sum : sums.rows()) {
            weight += (double) sum / scale;
        }
        return new CooccurrenceTotals(entries, weight, lostEntries, lostUnits.doubleValue() / scale);
    }
}
