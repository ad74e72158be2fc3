package org.wordloom.model;

import org.wordloom.matrix.RowMatrix;
import org.wordloom.vocab.Vocabulary;

/**
 * Words and their vectors: what similarity search, evaluation and the exchange formats work on.
 *
 * @param vocabulary the words; their counts may be unknown (all 0) when read from another program's file
 * @param matrix one row a word, in the order of the ids
 */
public record WordVectors(Vocabulary vocabulary, RowMatrix matrix) {
    public WordVectors {
        if (vocabulary.size() != matrix.rows()) {
            throw new IllegalArgumentException(vocabulary.size() + " words do not fit " + matrix.rows() + " vectors");
        }
    }

    public int size() {
        return matrix.rows();
    }

    public int dimension() {
        return matrix.columns();
    }
}
