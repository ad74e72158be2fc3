package org.wordloom.tokenizer;

/** What a piece is for, as SentencePiece has it. Its models number the types from 1, in this order. */
public enum PieceType {
    /** Found in text. */
    NORMAL,
    /** Stands for what no other piece covers; a model has one. */
    UNKNOWN,
    /** Never found in text: the beginning and the end of a sentence, for example. */
    CONTROL,
    /** Found in text, always as one piece, before anything else. */
    USER_DEFINED,
    /** Kept for its id only. */
    UNUSED,
    /** One byte of what no other piece covers. */
    BYTE;

    /** The piece for a byte, 0 to 255. */
    public static String bytePiece(int value) {
        String digits = "0123456789ABCDEF";
        return "<0x" + digits.charAt(value >> 4) + digits.charAt(value & 0xF) + ">";
    }

    /** The byte that a piece is for, or -1. */
    public static int byteOf(String piece) {
        if (piece.length() != 6 || !piece.startsWith("<0x") || piece.charAt(5) != '>') {
            return -1;
        }
        int value = 16 * Character.digit(piece.charAt(3), 16) + Character.digit(piece.charAt(4), 16);
        return value >= 0 && bytePiece(value).equals(piece) ? value : -1;
    }
}
