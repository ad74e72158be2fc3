package org.wordloom.tokenizer.unigram;

/**
 * A fixed partition of segments into chunks of about the same length. It depends on the text alone, so that sums over
 * chunks, added up in order, do not depend on the number of threads.
 */
final class TextChunks {
    /** Each chunk sums into an array of its own as long as there are pieces: more chunks would need more memory. */
    private static final int MOST_CHUNKS = 16;

    private static final int LEAST_CHARACTERS = 1 << 17;

    private final int[] bounds;

    TextChunks(Segments segments) {
        long length = segments.start(segments.size());
        int chunks = (int) Math.max(1, Math.min(MOST_CHUNKS, length / LEAST_CHARACTERS));
        bounds = new int[chunks + 1];
        int segment = 0;
        for (int chunk = 1; chunk <= chunks; chunk++) {
            long bound = length * chunk / chunks;
            while (segment < segments.size() && segments.start(segment) < bound) {
                segment++;
            }
            bounds[chunk] = segment;
        }
    }

    int size() {
        return bounds.length - 1;
    }

    /** A chunk's first segment. */
    int from(int chunk) {
        return bounds[chunk];
    }

    /** The segment after a chunk's last one. */
    int to(int chunk) {
        return bounds[chunk + 1];
    }
}
