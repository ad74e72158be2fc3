package org.wordloom.cluster.checkpoint;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.wordloom.blocks.Side;

/**
 * A run as it was at the end of a stratum, or of a round of replicas.
 *
 * @param steps how many are done
 * @param identity what must be the same to go on, see {@link RunIdentity}
 * @param history examples and loss so far, a cycle (or a round) each; the last may be a cycle that has begun
 * @param input the blocks of input rows, by number
 * @param output the blocks of output rows, by number
 */
public record Checkpoint(
        long steps,
        SortedMap<String, String> identity,
        List<LossSum> history,
        List<WrittenBlock> input,
        List<WrittenBlock> output)
        implements Serializable {
    public Checkpoint {
        identity = new TreeMap<>(identity);
        history = new ArrayList<>(history);
        input = new ArrayList<>(input);
        output = new ArrayList<>(output);
    }

    public WrittenBlock file(Side side, int block) {
        return blocks(side).get(block);
    }

    public List<WrittenBlock> blocks(Side side) {
        return side == Side.INPUT ? input : output;
    }

    /** What differs from another run, a phrase each; empty when this checkpoint can be continued. */
    public List<String> differences(Map<String, String> other) {
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
