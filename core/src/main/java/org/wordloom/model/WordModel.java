package org.wordloom.model;

import java.util.Map;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.vocab.Vocabulary;

/**
 * A trained word model, whole: what is needed to use it, to go on training it, and to tell where it came from.
 *
 * @param vocabulary the words with their counts in the training corpus
 * @param input the input vectors, one row a word
 * @param output the output vectors: one row a word, or one row an inner node of the Huffman tree (size - 1 rows) for
 *     hierarchical softmax
 * @param provenance options, library version, kernel, schedule, corpus, times: names and printable values
 */
public record WordModel(Vocabulary vocabulary, RowMatrix input, RowMatrix output, Map<String, String> provenance) {
    public WordModel {
        provenance = Map.copyOf(provenance);
    }
}
