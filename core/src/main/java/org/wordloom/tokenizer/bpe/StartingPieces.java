package org.wordloom.tokenizer.bpe;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.wordloom.tokenizer.PieceTable;
import org.wordloom.tokenizer.SubwordModel;
import org.wordloom.tokenizer.merging.CodePointTable;

/** The piece that each character is before any merge, and what stands for characters without one. */
final class StartingPieces {
    static final int[] NO_BYTES = {};
    private static final int BYTES = 256;

    private final CodePointTable first;
    private final CodePointTable middle;
    private final CodePointTable last;
    private final CodePointTable only;
    private final int[] bytePieces = new int[BYTES];
    private final int[] prefixBytes;
    private final int[] suffixBytes;
    private final int unknown;

    StartingPieces(PieceTable pieces, BpeOptions options) {
        String prefix = options.continuingPrefix();
        String suffix = options.endOfWordSuffix();
        this.only = characters(pieces, "", suffix);
        this.first = suffix.isEmpty() ? only : characters(pieces, "", "");
        this.last = prefix.isEmpty() ? only : characters(pieces, prefix, suffix);
        this.middle = prefix.isEmpty() ? first : suffix.isEmpty() ? last : characters(pieces, prefix, "");
        this.unknown = options.unknownToken().isEmpty() ? SubwordModel.UNKNOWN : pieces.id(options.unknownToken());
        Arrays.setAll(
                bytePieces,
                value -> options.byteFallback()
                        ? pieces.id(String.format(Locale.ROOT, "<0x%02X>", value))
                        : SubwordModel.UNKNOWN);
        this.prefixBytes = bytePieces(prefix);
        this.suffixBytes = bytePieces(suffix);
    }

    /** The character's piece, or {@link SubwordModel#UNKNOWN}. */
    int id(int codePoint, boolean isFirst, boolean isLast) {
        return (isFirst ? isLast ? only : first : isLast ? last : middle).get(codePoint);
    }

    /** The piece of a byte, or {@link SubwordModel#UNKNOWN}. */
    int bytePiece(int value) {
        return bytePieces[value];
    }

    /** The pieces of the prefix's bytes, as {@link #bytePiece}; not to be changed. */
    int[] prefixBytes() {
        return prefixBytes;
    }

    /** The pieces of the suffix's bytes, as {@link #bytePiece}; not to be changed. */
    int[] suffixBytes() {
        return suffixBytes;
    }

    /** The unknown token, or {@link SubwordModel#UNKNOWN}. */
    int unknown() {
        return unknown;
    }

    private int[] bytePieces(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int[] ids = new int[utf8.length];
        Arrays.setAll(ids, i -> bytePieces[utf8[i] & 0xFF]);
        return ids;
    }

    private static CodePointTable characters(PieceTable pieces, String prefix, String suffix) {
        CodePointTable table = new CodePointTable();
        for (int id = 0; id < pieces.size(); id++) {
            String piece = pieces.piece(id);
            int from = prefix.length();
            int to = piece == null ? 0 : piece.length() - suffix.length();
            if (to > from
                    && piece.startsWith(prefix)
                    && piece.endsWith(suffix)
                    && to - from == Character.charCount(piece.codePointAt(from))) {
                table.set(piece.codePointAt(from), id);
            }
        }
        return table;
    }
}
