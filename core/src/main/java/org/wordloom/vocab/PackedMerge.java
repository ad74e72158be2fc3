package org.wordloom.vocab;

import java.util.List;
import java.util.PriorityQueue;

/** Steps through the words of several packed parts, each in the order of a vocabulary, in that order. */
final class PackedMerge {
    private final PriorityQueue<PackedWords> ahead = new PriorityQueue<>(PackedWords::compare);
    private PackedWords current;

    PackedMerge(List<byte[]> parts) {
        for (byte[] part : parts) {
            offer(new PackedWords(part));
        }
    }

    /** Steps to the next word; false after the last. */
    boolean next() {
        if (current != null) {
            offer(current);
        }
        current = ahead.poll();
        return current != null;
    }

    /** The word that {@link #next} stepped to, until it steps on. */
    PackedWords word() {
        return current;
    }

    private void offer(PackedWords words) {
        if (words.next()) {
            ahead.add(words);
        }
    }
}
