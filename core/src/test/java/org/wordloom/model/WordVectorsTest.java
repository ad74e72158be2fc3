package org.wordloom.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.vocab.Vocabulary;

class WordVectorsTest {
    private final Vocabulary words = Vocabulary.of(new String[] {"a", "b", "zero"}, new long[] {3, 2, 1});

    @Test
    void cosineIsOfTheAngleWhateverTheLengths() {
        RowMatrix matrix = new RowMatrix(3, 2);
        matrix.setRow(0, new float[] {3, 4}, 0);
        matrix.setRow(1, new float[] {0, -0.5f}, 0);
        WordVectors vectors = new WordVectors(words, matrix);
        assertThat(vectors.cosine(0, 1)).isCloseTo(-0.8, within(1e-12));
        assertThat(vectors.cosine(0, 0)).isCloseTo(1, within(1e-12));
        assertThat(vectors.cosine(0, 2)).isZero();
        assertThat(vectors.size()).isEqualTo(3);
        assertThat(vectors.dimension()).isEqualTo(2);
    }

    @Test
    void everyWordHasAVector() {
        assertThatThrownBy(() -> new WordVectors(words, new RowMatrix(2, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("3 words do not fit 2 vectors");
    }
}
