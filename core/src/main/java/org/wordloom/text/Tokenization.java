package org.wordloom.text;

import java.io.Serializable;
import org.wordloom.base.Problems;

/** How text becomes words: what makes the tokenizers of all threads and machines. */
public interface Tokenization extends Serializable {
    /** A new tokenizer for one thread. */
    WordTokenizer newTokenizer();

    /** Adds what is missing, superfluous or malformed. */
    void validate(Problems problems);
}
