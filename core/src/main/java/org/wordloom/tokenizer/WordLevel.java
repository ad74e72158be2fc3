package org.wordloom.tokenizer;

import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/**
 * The model that takes no word apart: a word is a piece, or unknown.
 *
 * @param pieces the words
 * @param unknown the piece that stands for words that are not there; may be missing from {@code pieces}, and then such
 *     words are an error
 */
public record WordLevel(PieceTable pieces, String unknown) implements SubwordModel {
    @Override
    public int size() {
        return pieces.size();
    }

    @Override
    public int id(CharSequence piece) {
        return pieces.id(piece);
    }

    @Override
    public String piece(int id) {
        return pieces.piece(id);
    }

    @Override
    public int unknownId() {
        return pieces.id(unknown);
    }

    @Override
    public WordEncoder newEncoder() {
        int unknownId = pieces.id(unknown);
        return (text, from, to, sink) -> {
            int id = pieces.id(text, from, to);
            if (id == UNKNOWN && unknownId == UNKNOWN) {
                throw new WordloomException(
                        ExitCode.INPUT,
                        "the word '" + new String(text, from, Math.min(to - from, 60))
                                + "' is not in the tokenizer, and neither is its unknown token '" + unknown + "'");
            }
            sink.add(id == UNKNOWN ? unknownId : id, 0, to - from);
        };
    }
}
