package org.wordloom.tokenizer;

import java.util.List;

/** A step from pieces back to text. Immutable and safe to share between threads. */
@FunctionalInterface
public interface Decoder {
    /** The pieces after this step; joined without anything between them, what the last step gives is the text. */
    List<String> decode(List<String> pieces);

    /** How many chars the pieces have together. */
    static long length(List<String> pieces) {
        return pieces.stream().mapToLong(String::length).sum();
    }
}
