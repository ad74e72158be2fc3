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

    /** The cosine of the angle between the vectors of two words, in [-1, 1]; 0 where one of them is zero. */
    public double cosine(int first, int second) {
        float[] a = matrix.row(first);
        float[] b = matrix.row(second);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (double) a[i] * b[i];
            aa += (double) a[i] * a[i];
            bb += (double) b[i] * b[i];
        }
        return ab == 0 ? 0 : ab / Math.sqrt(aa * bb);
    }
}
