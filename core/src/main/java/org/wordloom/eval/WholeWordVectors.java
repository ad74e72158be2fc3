package org.wordloom.eval;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.model.WordVectors;
import org.wordloom.tokenizer.WholeWords;
import org.wordloom.vocab.Vocabulary;

/** Of vectors of pieces those that stand for whole words, by the words: data sets of words ask for no others. */
public final class WholeWordVectors {
    private WholeWordVectors() {}

    /** Copies the rows of whole words, in their order; {@code ▁king} is called {@code king}. */
    public static WordVectors of(WordVectors pieces, WholeWords wholeWords) {
        IntArrayList ids = new IntArrayList();
        List<String> words = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (int id = 0; id < pieces.size(); id++) {
            Optional<String> word = wholeWords.word(pieces.vocabulary().word(id));
            if (word.isPresent() && known.add(word.get())) {
                ids.add(id);
                words.add(word.get());
            }
        }
        RowMatrix rows = new RowMatrix(ids.size(), pieces.dimension());
        long[] counts = new long[ids.size()];
        for (int row = 0; row < ids.size(); row++) {
            int id = ids.getInt(row);
            rows.setRow(row, pieces.matrix().chunk(id), pieces.matrix().offset(id));
            counts[row] = pieces.vocabulary().count(id);
        }
        return new WordVectors(Vocabulary.of(words.toArray(String[]::new), counts), rows);
    }
}
