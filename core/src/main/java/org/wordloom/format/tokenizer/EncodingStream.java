package org.wordloom.format.tokenizer;

import java.util.function.Consumer;
import org.wordloom.tokenizer.Tokenizer;
import org.wordloom.tokenizer.TokenizerEncoder;

/**
 * The line that {@link EncodingLine} makes of one column, written while the text is encoded: of a word of many million
 * letters neither the encoding nor the line is ever whole in memory. Not safe for use by several threads.
 */
public final class EncodingStream implements TokenizerEncoder.Sink {
    /** So many characters are handed on at once. */
    private static final int PART = 1 << 13;

    private final Tokenizer tokenizer;
    private final TokenizerEncoder encoder;
    private final EncodingColumn column;
    private final StringBuilder part = new StringBuilder();
    private Consumer<String> out;
    private boolean first;

    private EncodingStream(Tokenizer tokenizer, EncodingColumn column) {
        this.tokenizer = tokenizer;
        this.encoder = tokenizer.newEncoder();
        this.column = column;
    }

    /** Whether a stream says all: what changes the encoding as a whole needs all of it. */
    public static boolean canWrite(Tokenizer tokenizer, EncodingLine line, boolean specialTokens) {
        boolean whole =
                tokenizer.truncation().isPresent() || tokenizer.padding().isPresent();
        boolean processed = tokenizer.postProcessor().isPresent()
                && (specialTokens || line.columns().contains(EncodingColumn.OFFSETS));
        return line.columns().size() == 1 && !whole && !processed;
    }

    /** A stream of the line's only column; ask {@link #canWrite} first. */
    public static EncodingStream of(Tokenizer tokenizer, EncodingLine line) {
        return new EncodingStream(tokenizer, line.columns().get(0));
    }

    /** Hands the line of a text to {@code parts}, in parts, without a line end. */
    public void write(String text, Consumer<String> parts) {
        out = parts;
        first = true;
        encoder.encode(text, this);
        give();
    }

    @Override
    public void piece(int id, int start, int end, int word) {
        add(id, column == EncodingColumn.PIECES ? tokenizer.piece(id) : "", start, end);
    }

    @Override
    public void token(int id, String surface, int start, int end, int word) {
        add(id, surface, start, end);
    }

    private void add(int id, String piece, int start, int end) {
        if (!first) {
            part.append(' ');
        }
        first = false;
        EncodingLine.append(column, id, piece, start, end, part);
        if (part.length() >= PART) {
            give();
        }
    }

    private void give() {
        out.accept(part.toString());
        part.setLength(0);
    }
}
