package org.wordloom.tokenizer.unigram;

import java.util.Arrays;

/**
 * Sorts the suffixes of segments by their first characters, as many as a piece may have: all that seeds need, and
 * cheaper than a whole suffix array. First by the first character (counting), then each character's suffixes by the
 * three-way radix quicksort of Bentley and Sedgewick (1997), in parallel; the result does not depend on the threads.
 */
final class SuffixSorter {
    private static final int SMALL = 12;

    private final char[] text;
    private final int depth;
    private final int[] suffixes;
    /** Where the suffixes that begin with each character begin; one more entry for the end. */
    private final int[] buckets;

    private SuffixSorter(Segments segments, int alphabetSize, int depth) {
        this.text = segments.text();
        this.depth = depth;
        this.buckets = new int[alphabetSize + 2];
        this.suffixes = new int[text.length - segments.size()];
    }

    /** Positions of the text that are not ends of segments, in the order of the up to {@code depth} characters there. */
    static int[] sort(Segments segments, int alphabetSize, int depth, ParallelChunks parallel) {
        SuffixSorter sorter = new SuffixSorter(segments, alphabetSize, depth);
        sorter.fillBuckets();
        parallel.run(alphabetSize, i -> sorter.sort(sorter.buckets[i + 1], sorter.buckets[i + 2], 1));
        return sorter.suffixes;
    }

    private void fillBuckets() {
        for (char c : text) {
            if (c != Segments.END) {
                buckets[c + 1]++;
            }
        }
        for (int c = 1; c < buckets.length; c++) {
            buckets[c] += buckets[c - 1];
        }
        int[] next = Arrays.copyOf(buckets, buckets.length);
        for (int i = 0; i < text.length; i++) {
            if (text[i] != Segments.END) {
                suffixes[next[text[i]]++] = i;
            }
        }
    }

    /** Sorts suffixes [from, to), which share their first {@code shared} characters. Loops on the largest part. */
    private void sort(int from, int to, int shared) {
        int lo = from;
        int hi = to;
        int at = shared;
        while (hi - lo > SMALL && at < depth) {
            char pivot = pivot(lo, hi, at);
            int less = lo;
            int greater = hi;
            for (int i = lo; i < greater; ) {
                char c = text[suffixes[i] + at];
                if (c < pivot) {
                    swap(less++, i++);
                } else if (c > pivot) {
                    swap(--greater, i);
                } else {
                    i++;
                }
            }
            if (pivot == Segments.END) {
                lo = greater; // these suffixes are equal to their ends, and nothing sorts before an end
            } else if (greater - less >= Math.max(less - lo, hi - greater)) {
                sort(lo, less, at);
                sort(greater, hi, at);
                lo = less;
                hi = greater;
                at++;
            } else {
                sort(less, greater, at + 1);
                if (less - lo > hi - greater) {
                    sort(greater, hi, at);
                    hi = less;
                } else {
                    sort(lo, less, at);
                    lo = greater;
                }
            }
        }
        if (at < depth) {
            insertionSort(lo, hi, at);
        }
    }

    private char pivot(int lo, int hi, int at) {
        char a = text[suffixes[lo] + at];
        char b = text[suffixes[(lo + hi) >>> 1] + at];
        char c = text[suffixes[hi - 1] + at];
        return (char) Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    private void insertionSort(int lo, int hi, int at) {
        for (int i = lo + 1; i < hi; i++) {
            int suffix = suffixes[i];
            int k = i;
            while (k > lo && isAfter(suffixes[k - 1], suffix, at)) {
                suffixes[k] = suffixes[k - 1];
                k--;
            }
            suffixes[k] = suffix;
        }
    }

    private boolean isAfter(int a, int b, int shared) {
        for (int at = shared; at < depth; at++) {
            char x = text[a + at];
            char y = text[b + at];
            if (x != y) {
                return x > y;
            }
            if (x == Segments.END) {
                return false;
            }
        }
        return false;
    }

    private void swap(int i, int k) {
        int suffix = suffixes[i];
        suffixes[i] = suffixes[k];
        suffixes[k] = suffix;
    }
}
