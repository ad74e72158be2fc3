package org.wordloom.tokenizer.merging;

/** Distinct words with their counts, as trainers take them; word i is {@code utf8()[start(i), end(i))}. */
public interface CountedWords {
    int size();

    /** Well-formed UTF-8 that holds all words. */
    byte[] utf8();

    int start(int word);

    int end(int word);

    /** How often the word occurs; at least 1. */
    long count(int word);
}
