package org.wordloom.tokenizer.unigram;

/**
 * Different segments of text with counts, one after the other, as numbers of an {@link Alphabet}, each ended by a 0.
 */
final class Segments {
    static final char END = 0;
    private static final int LANDMARK_BITS = 4;

    private final char[] text;
    /** Where segment i begins; one more entry for the end of the text. */
    private final int[] starts;

    private final long[] counts;
    /** The segment of every 16th position, from which the segment of any position is a few steps away. */
    private final int[] landmarks;

    Segments(char[] text, int[] starts, long[] counts) {
        this.text = text;
        this.starts = starts;
        this.counts = counts;
        this.landmarks = new int[(text.length >> LANDMARK_BITS) + 1];
        int segment = 0;
        for (int i = 0; i < landmarks.length; i++) {
            while (segment + 1 < counts.length && starts[segment + 1] <= i << LANDMARK_BITS) {
                segment++;
            }
            landmarks[i] = segment;
        }
    }

    int size() {
        return counts.length;
    }

    char[] text() {
        return text;
    }

    /** Where a segment begins; {@code start(size())} is the length of the text. */
    int start(int segment) {
        return starts[segment];
    }

    /** Where a segment ends, its 0 not counted in. */
    int end(int segment) {
        return starts[segment + 1] - 1;
    }

    long count(int segment) {
        return counts[segment];
    }

    /** How often the segment that holds a position occurs. */
    long countAt(int position) {
        int segment = landmarks[position >> LANDMARK_BITS];
        while (starts[segment + 1] <= position) {
            segment++;
        }
        return counts[segment];
    }

    /** Characters from a position to the end of its segment, at most {@code most}. */
    int remaining(int position, int most) {
        int length = 0;
        while (length < most && text[position + length] != END) {
            length++;
        }
        return length;
    }
}
