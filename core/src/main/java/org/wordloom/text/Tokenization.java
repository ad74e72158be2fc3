package org.wordloom.text;

import java.io.Serializable;
import org.wordloom.base.Problems;

/** How text becomes words: what makes the tokenizers of all threads and machines. */
public interface Tokenization extends Serializable {
    /** A new tokenizer for one thread. */
    WordTokenizer newTokenizer();

    /**
     * SHA-256, in hexadecimal, of the tokenizer whose pieces the words are; empty where they are no pieces. Vocabularies,
     * counts and checkpoints of other pieces must not be taken for each other.
     */
    default String digest() {
        return "";
    }

    /** Adds what is missing, superfluous or malformed. */
    void validate(Problems problems);
}
