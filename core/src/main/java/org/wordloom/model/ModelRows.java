package org.wordloom.model;

import java.util.Map;
import org.wordloom.matrix.RowSource;
import org.wordloom.vocab.Vocabulary;

/**
 * A trained word model whose rows need not be in memory; see {@link WordModel}.
 *
 * @param input the input vectors, one row a word
 * @param output the output vectors
 */
public record ModelRows(Vocabulary vocabulary, RowSource input, RowSource output, Map<String, String> provenance) {
    public ModelRows {
        provenance = Map.copyOf(provenance);
    }

    public static ModelRows of(WordModel model) {
        return new ModelRows(
                model.vocabulary(), RowSource.of(model.input()), RowSource.of(model.output()), model.provenance());
    }
}
