package org.wordloom.tokenizer;

/** A step that changes text before it is split into words. Immutable and safe to share between threads. */
@FunctionalInterface
public interface Normalizer {
    /** Changes {@code text}, keeping each character's place in the original. */
    void normalize(AlignedText text);
}
