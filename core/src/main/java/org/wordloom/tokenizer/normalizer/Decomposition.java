package org.wordloom.tokenizer.normalizer;

import java.util.Arrays;

/** Decomposes code points and puts runs of marks into canonical order. */
final class Decomposition {
    private final boolean compatible;
    private final Changes next;
    private int[] codePoints = new int[8];
    private int[] classes = new int[8];
    private int[] changes = new int[8];
    private int size;

    Decomposition(boolean compatible, Changes next) {
        this.compatible = compatible;
        this.next = next;
    }

    void add(int codePoint) {
        String decomposition = NormalizationData.decomposition(codePoint, compatible);
        if (decomposition == null) {
            push(codePoint, 0);
            return;
        }
        for (int i = 0; i < decomposition.length(); ) {
            int part = decomposition.codePointAt(i);
            push(part, i == 0 ? 0 : 1);
            i += Character.charCount(part);
        }
    }

    /** Hands on everything; what comes next begins anew. */
    void flush() {
        empty();
        next.flush();
    }

    private void push(int codePoint, int change) {
        int combiningClass = NormalizationData.combiningClass(codePoint);
        if (combiningClass == 0) {
            empty();
        }
        if (size == codePoints.length) {
            codePoints = Arrays.copyOf(codePoints, 2 * size);
            classes = Arrays.copyOf(classes, 2 * size);
            changes = Arrays.copyOf(changes, 2 * size);
        }
        codePoints[size] = codePoint;
        classes[size] = combiningClass;
        changes[size] = change;
        size++;
    }

    private void empty() {
        if (size > 1) {
            sort();
        }
        for (int i = 0; i < size; i++) {
            next.transform(codePoints[i], changes[i]);
        }
        size = 0;
    }

    /** By class, stable. Runs are short; a hostile one of a million marks must not take quadratic time. */
    private void sort() {
        long[] order = new long[size];
        for (int i = 0; i < size; i++) {
            order[i] = ((long) classes[i] << 32) | i;
        }
        Arrays.sort(order);
        int[] sortedPoints = new int[codePoints.length];
        int[] sortedChanges = new int[codePoints.length];
        for (int i = 0; i < size; i++) {
            sortedPoints[i] = codePoints[(int) order[i]];
            sortedChanges[i] = changes[(int) order[i]];
        }
        codePoints = sortedPoints;
        changes = sortedChanges;
    }

    /** Receives code points with the change that each means, as {@code AlignedText.transform} takes them. */
    @FunctionalInterface
    interface Changes {
        void transform(int codePoint, int change);

        default void flush() {}
    }
}
