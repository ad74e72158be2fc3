package org.wordloom.tokenizer;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import org.wordloom.text.Utf8Text;
import org.wordloom.text.WordTokenizer;

/**
 * The pieces of text as words: those that {@link TokenizerEncoder} gives, without special tokens around the text, without
 * truncation and padding. Malformed UTF-8 counts as U+FFFD. A text of more than 64 KiB is taken apart in parts, cut before
 * white space where there is any: what a tokenizer does across such a cut is not done.
 */
final class PieceWords implements WordTokenizer {
    static final int PART_BYTES = 1 << 16;

    private final TokenizerEncoder encoder;
    private final PieceNames names;
    private final IntArrayList ids = new IntArrayList();

    /** A tokenizer for one thread; {@code names} may be shared. */
    PieceWords(Tokenizer tokenizer, PieceNames names) {
        this.encoder = tokenizer.newEncoder();
        this.names = names;
    }

    @Override
    public void tokenize(byte[] utf8, int from, int to, WordSink sink) {
        int start = from;
        while (start < to) {
            int end = partEnd(utf8, start, to);
            ids.clear();
            encoder.encodeIds(Utf8Text.decode(utf8, start, end), ids);
            emit(sink);
            start = end;
        }
    }

    /** The names lie ready as bytes: nothing is made for a piece. */
    private void emit(WordSink sink) {
        byte[] utf8 = names.utf8();
        for (int i = 0; i < ids.size(); i++) {
            int id = ids.getInt(i);
            if (names.isWord(id)) {
                sink.word(utf8, names.start(id), names.start(id + 1));
            } else {
                sink.unknown();
            }
        }
    }

    private static int partEnd(byte[] utf8, int from, int to) {
        if (to - from <= PART_BYTES) {
            return to;
        }
        int limit = from + PART_BYTES;
        for (int i = limit; i > from; i--) {
            // White space belongs to the word after it where a tokenizer keeps it.
            if (isBlank(utf8[i]) && !isBlank(utf8[i - 1])) {
                return i;
            }
        }
        int end = limit;
        while (end > limit - 4 && (utf8[end] & 0xC0) == 0x80) {
            end--;
        }
        return end;
    }

    private static boolean isBlank(byte b) {
        return b >= 0 && b <= ' ';
    }
}
