package org.wordloom.cluster.strata;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A run of strata as it was at the end of a stratum.
 *
 * @param strata how many are done
 * @param identity what must be the same to go on, see {@link StrataPlan}
 * @param cycles entries and loss so far; the last may be a cycle that has begun
 * @param rows the row blocks, by number
 * @param columns the column blocks, by number
 */
record Checkpoint(
        long strata,
        SortedMap<String, String> identity,
        List<VisitOutcome> cycles,
        List<WrittenBlock> rows,
        List<WrittenBlock> columns)
        implements Serializable {
    Checkpoint {
        identity = new TreeMap<>(identity);
        cycles = new ArrayList<>(cycles);
        rows = new ArrayList<>(rows);
        columns = new ArrayList<>(columns);
    }

    WrittenBlock file(Side side, int block) {
        return blocks(side).get(block);
    }

    List<WrittenBlock> blocks(Side side) {
        return side == Side.ROWS ? rows : columns;
    }

    /** What differs from another run, a phrase each; empty when this checkpoint can be continued. */
    List<String> differences(Map<String, String> other) {
        List<String> differences = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(identity.keySet());
        names.addAll(other.keySet());
        for (String name : names) {
            String was = identity.getOrDefault(name, "absent");
            String now = other.getOrDefault(name, "absent");
            if (!was.equals(now)) {
                differences.add(name + " was " + was + " and is now " + now);
            }
        }
        return differences;
    }
}
