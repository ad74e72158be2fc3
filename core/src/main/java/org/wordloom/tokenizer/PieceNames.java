package org.wordloom.tokenizer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/**
 * The pieces of a tokenizer as words of a vocabulary. A word can have no white space, so a piece that has some is written
 * with {@code \}{@code uXXXX}, as in JSON, in place of each white space, control character, half of a surrogate pair and
 * backslash of it; all other pieces are written as they are. The unknown token is no word. Immutable.
 */
final class PieceNames {
    /** The longest word of a vocabulary's file. */
    private static final int MOST_BYTES = 1 << 16;

    private byte[] utf8 = new byte[1 << 12];
    /** Where each name begins; an id without a name has an empty one. */
    private final int[] starts;

    /**
     * The names of all pieces and added tokens.
     *
     * @throws WordloomException FORMAT when two pieces would have one name, or one is too long for a vocabulary
     */
    PieceNames(Tokenizer tokenizer) {
        int unknown = tokenizer.model().unknownId();
        starts = new int[tokenizer.size() + 1];
        for (int id = 0; id < tokenizer.size(); id++) {
            String piece = tokenizer.piece(id);
            byte[] name = piece == null || id == unknown ? new byte[0] : name(piece, tokenizer);
            append(name, id);
        }
    }

    /** Whether the id stands for a word of a vocabulary. */
    boolean isWord(int id) {
        return starts[id] < starts[id + 1];
    }

    /** The name of an id that stands for a word. */
    String name(int id) {
        return new String(utf8, starts[id], starts[id + 1] - starts[id], StandardCharsets.UTF_8);
    }

    /** The UTF-8 bytes of all names. */
    byte[] utf8() {
        return utf8;
    }

    /** Where the name begins; that of the next id is the end. */
    int start(int id) {
        return starts[id];
    }

    private void append(byte[] name, int id) {
        int start = starts[id];
        int end = Math.addExact(start, name.length);
        if (end > utf8.length) {
            utf8 = Arrays.copyOf(utf8, (int) Math.min(Integer.MAX_VALUE - 16, Math.max(end, 2L * utf8.length)));
        }
        System.arraycopy(name, 0, utf8, start, name.length);
        starts[id + 1] = end;
    }

    private static byte[] name(String piece, Tokenizer tokenizer) {
        String name = piece.codePoints().anyMatch(PieceNames::isForbidden) ? escaped(piece) : piece;
        if (!name.equals(piece) && tokenizer.id(name) != SubwordModel.UNKNOWN) {
            throw new WordloomException(
                    ExitCode.FORMAT,
                    "the tokenizer has the piece '" + name + "', which is also how its piece with white space would be"
                            + " written in a vocabulary; take one of them out");
        }
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MOST_BYTES) {
            throw new WordloomException(
                    ExitCode.FORMAT,
                    "a piece of the tokenizer has " + bytes.length + " bytes; a word of a vocabulary has at most "
                            + MOST_BYTES);
        }
        return bytes;
    }

    private static String escaped(String piece) {
        StringBuilder name = new StringBuilder();
        piece.codePoints().forEach(c -> {
            if (c == '\\' || isForbidden(c)) {
                name.append(String.format(Locale.ROOT, "\\u%04X", c));
            } else {
                name.appendCodePoint(c);
            }
        });
        return name.toString();
    }

    private static boolean isForbidden(int c) {
        boolean halfOfPair = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return c <= ' ' || halfOfPair || (CharacterClass.of(c) & CharacterClass.SPACE) != 0;
    }
}
