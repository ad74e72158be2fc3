package org.wordloom.tokenizer.wordpiece;

import org.wordloom.tokenizer.PieceTable;
import org.wordloom.tokenizer.SubwordModel;
import org.wordloom.tokenizer.WordEncoder;

/**
 * Pieces of which each next one is the longest that the rest of the word begins with; a word that is not covered to its
 * end is unknown as a whole.
 */
public final class WordPieceModel implements SubwordModel {
    private final PieceTable pieces;
    private final WordPieceOptions options;
    private final PieceTrie first = new PieceTrie();
    private final PieceTrie continuing = new PieceTrie();

    /** @throws IllegalArgumentException if the unknown token is not a piece */
    public WordPieceModel(PieceTable pieces, WordPieceOptions options) {
        if (pieces.id(options.unknownToken()) == UNKNOWN) {
            throw new IllegalArgumentException("the unknown token '" + options.unknownToken() + "' is not a piece");
        }
        this.pieces = pieces;
        this.options = options;
        String prefix = options.continuingPrefix();
        for (int id = 0; id < pieces.size(); id++) {
            String piece = pieces.piece(id);
            if (piece != null && !piece.isEmpty()) {
                first.add(piece, 0, id);
            }
            if (piece != null && piece.startsWith(prefix) && piece.length() > prefix.length()) {
                continuing.add(piece, prefix.length(), id);
            }
        }
    }

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
        return pieces.id(options.unknownToken());
    }

    public WordPieceOptions options() {
        return options;
    }

    @Override
    public WordEncoder newEncoder() {
        return new WordPieceEncoder(first, continuing, pieces.id(options.unknownToken()), options);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WordPieceModel model && pieces.equals(model.pieces) && options.equals(model.options);
    }

    @Override
    public int hashCode() {
        return pieces.hashCode();
    }
}
