package org.wordloom.tokenizer.bpe;

import java.util.ArrayList;
import java.util.List;
import org.wordloom.tokenizer.SubwordModel;
import org.wordloom.tokenizer.WordEncoder;

/** Encodes words in tests. */
public final class Pieces {
    private Pieces() {}

    /** The pieces of a word. */
    public static List<String> of(SubwordModel model, WordEncoder encoder, String word) {
        List<String> pieces = new ArrayList<>();
        encoder.encode(word.toCharArray(), 0, word.length(), (id, start, end) -> pieces.add(model.piece(id)));
        return pieces;
    }

    public static List<String> of(SubwordModel model, String word) {
        return of(model, model.newEncoder(), word);
    }

    /** "piece start end" for each piece. */
    public static List<String> withOffsets(SubwordModel model, String word) {
        List<String> pieces = new ArrayList<>();
        char[] padded = ("x" + word + "y").toCharArray();
        model.newEncoder()
                .encode(
                        padded,
                        1,
                        1 + word.length(),
                        (id, start, end) -> pieces.add(model.piece(id) + " " + start + " " + end));
        return pieces;
    }

    /** "left right" for each merge. */
    public static List<String> merges(BpeModel model) {
        List<String> merges = new ArrayList<>();
        for (int rank = 0; rank < model.mergeCount(); rank++) {
            merges.add(model.piece(model.left(rank)) + " " + model.piece(model.right(rank)));
        }
        return merges;
    }
}
