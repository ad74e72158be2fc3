package org.wordloom.tokenizer.sentencepiece;

import org.wordloom.tokenizer.PieceSink;
import org.wordloom.tokenizer.WordBytes;
import org.wordloom.tokenizer.WordEncoder;

/** Gives chars to an encoder of UTF-8, and its pieces back with the places of what they stand for in the chars. */
final class TextEncoder implements WordEncoder, SentencePieceSink {
    private final SentencePieceEncoder encoder;
    private final WordBytes bytes = new WordBytes();
    private PieceSink sink;
    private byte[] utf8;
    private int chars;
    /** A byte position, and the char position that it belongs to: places come in order, so one goes with the other. */
    private int bytePosition;

    private int charPosition;

    TextEncoder(SentencePieceEncoder encoder) {
        this.encoder = encoder;
    }

    @Override
    public void encode(char[] text, int from, int to, PieceSink pieces) {
        int length = bytes.encode(text, from, to);
        utf8 = bytes.array();
        chars = to - from;
        bytePosition = 0;
        charPosition = 0;
        sink = pieces;
        encoder.encode(utf8, 0, length, this);
        sink = null;
    }

    @Override
    public void add(int id, int from, int to, int start, int end) {
        // What is added at the end of the text stands for nothing; its place is the last char.
        int first = Math.min(place(start), chars - 1);
        sink.add(id, first, Math.max(first, place(end)));
    }

    /** The char that begins at a byte: one for each byte that begins a character, two for one of four bytes. */
    private int place(int to) {
        for (; bytePosition < to; bytePosition++) {
            byte b = utf8[bytePosition];
            charPosition += b >= (byte) 0xF0 && b < 0 ? 2 : b >= (byte) 0xC0 || b >= 0 ? 1 : 0;
        }
        return charPosition;
    }
}
