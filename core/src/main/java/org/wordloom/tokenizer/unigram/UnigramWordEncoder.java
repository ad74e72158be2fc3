package org.wordloom.tokenizer.unigram;

import org.wordloom.tokenizer.PieceSink;
import org.wordloom.tokenizer.SubwordModel;
import org.wordloom.tokenizer.WordEncoder;

/** Gives a word's chars to an encoder of UTF-8, and its pieces back with their places in the chars. */
final class UnigramWordEncoder implements WordEncoder, Utf8PieceSink {
    private final UnigramModel model;
    private final Utf8Encoder encoder;
    private final SamplingEncoder sampling;
    private final boolean fusesBytes;

    private byte[] utf8 = new byte[256];
    private int length;

    private PieceSink sink;
    /** A byte position, and the char position that it belongs to: pieces come in order, so one goes with the other. */
    private int bytePosition;

    private int charPosition;
    /** Where the run of unknown characters that is not given yet begins, in chars and in bytes; -1 when there is none. */
    private int unknownStart = -1;

    private int unknownByteStart;

    /** @param sampling the encoder, when it draws random numbers; or null */
    UnigramWordEncoder(UnigramModel model, Utf8Encoder encoder, SamplingEncoder sampling) {
        this.model = model;
        this.encoder = encoder;
        this.sampling = sampling;
        this.fusesBytes = model.dialect() == Dialect.HUGGINGFACE;
    }

    @Override
    public void encode(char[] text, int from, int to, PieceSink pieces) {
        toUtf8(text, from, to);
        sink = pieces;
        bytePosition = 0;
        charPosition = 0;
        encoder.encode(utf8, 0, length, this);
        giveUnknown();
        sink = null;
    }

    @Override
    public boolean isDeterministic() {
        return sampling == null;
    }

    @Override
    public void startText(long number) {
        if (sampling != null) {
            sampling.startText(number);
        }
    }

    @Override
    public void add(int id, int from, int to) {
        if (id != SubwordModel.UNKNOWN) {
            giveUnknown();
            int start = charPosition;
            advance(to);
            sink.add(id, start, charPosition);
            return;
        }
        if (unknownStart < 0) {
            unknownStart = charPosition;
            unknownByteStart = from;
        }
        advance(to);
        if (model.byteFallback() && !fusesBytes) {
            giveUnknown();
        }
    }

    private void giveUnknown() {
        if (unknownStart >= 0) {
            if (model.byteFallback()) {
                for (int i = unknownByteStart; i < bytePosition; i++) {
                    sink.add(model.byteId(utf8[i] & 0xFF), unknownStart, charPosition);
                }
            } else if (model.unknownId() >= 0) {
                sink.add(model.unknownId(), unknownStart, charPosition);
            }
            unknownStart = -1;
        }
    }

    /** A char for each byte that begins a character, two for one of four bytes. */
    private void advance(int to) {
        for (; bytePosition < to; bytePosition++) {
            byte b = utf8[bytePosition];
            charPosition += b >= (byte) 0xF0 && b < 0 ? 2 : b >= (byte) 0xC0 || b >= 0 ? 1 : 0;
        }
    }

    private void toUtf8(char[] text, int from, int to) {
        if (utf8.length / 3 < to - from) {
            utf8 = new byte[Math.toIntExact(3L * (to - from))];
        }
        int at = 0;
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (c < 0x80) {
                utf8[at++] = (byte) c;
            } else if (c < 0x800) {
                utf8[at++] = (byte) (0xC0 | (c >> 6));
                utf8[at++] = (byte) (0x80 | (c & 0x3F));
            } else if (Character.isHighSurrogate(c) && i + 1 < to && Character.isLowSurrogate(text[i + 1])) {
                at = appendSupplementary(Character.toCodePoint(c, text[++i]), at);
            } else {
                utf8[at++] = (byte) (0xE0 | (c >> 12));
                utf8[at++] = (byte) (0x80 | ((c >> 6) & 0x3F));
                utf8[at++] = (byte) (0x80 | (c & 0x3F));
            }
        }
        length = at;
    }

    private int appendSupplementary(int codePoint, int at) {
        utf8[at] = (byte) (0xF0 | (codePoint >> 18));
        utf8[at + 1] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
        utf8[at + 2] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
        utf8[at + 3] = (byte) (0x80 | (codePoint & 0x3F));
        return at + 4;
    }
}
