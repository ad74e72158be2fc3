package org.wordloom.tokenizer;

/** A step that splits text into words. Immutable and safe to share between threads. */
@FunctionalInterface
public interface PreTokenizer {
    /** Splits each word of {@code words} further, and may change the words' text. */
    void split(PreTokenizedText words);
}
