package org.wordloom.tokenizer.unigram;

import java.nio.charset.StandardCharsets;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.tokenizer.PieceSink;
import org.wordloom.tokenizer.SubwordModel;
import org.wordloom.tokenizer.WordBytes;
import org.wordloom.tokenizer.WordEncoder;

/** Gives a word's chars to an encoder of UTF-8, and its pieces back with their places in the chars. */
final class UnigramWordEncoder implements WordEncoder, Utf8PieceSink {
    private final UnigramModel model;
    private final Utf8Encoder encoder;
    private final SamplingEncoder sampling;
    private final boolean fusesBytes;
    /** HuggingFace takes the unknown token found in text for an unknown character. */
    private final int unknownPiece;

    private final WordBytes bytes = new WordBytes();
    private byte[] utf8 = bytes.array();

    private PieceSink sink;
    /** A byte position, and the char position that it belongs to: pieces come in order, so one goes with the other. */
    private int bytePosition;

    private int charPosition;
    /** Where the run of unknown characters that is not given yet begins, in chars and in bytes; -1 when there is none. */
    private int unknownStart = -1;

    private int unknownByteStart;
    /** Whether that run is the unknown token itself, which has an id, and not its bytes. */
    private boolean runIsPiece;

    /** @param sampling the encoder, when it draws random numbers; or null */
    UnigramWordEncoder(UnigramModel model, Utf8Encoder encoder, SamplingEncoder sampling) {
        this.model = model;
        this.encoder = encoder;
        this.sampling = sampling;
        this.fusesBytes = model.dialect() == Dialect.HUGGINGFACE;
        this.unknownPiece = fusesBytes ? model.unknownId() : SubwordModel.UNKNOWN;
    }

    @Override
    public void encode(char[] text, int from, int to, PieceSink pieces) {
        int length = bytes.encode(text, from, to);
        utf8 = bytes.array();
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
        if (id != SubwordModel.UNKNOWN && id != unknownPiece) {
            giveUnknown();
            int start = charPosition;
            advance(to);
            sink.add(id, start, charPosition);
            return;
        }
        if (unknownStart < 0) {
            unknownStart = charPosition;
            unknownByteStart = from;
            runIsPiece = id != SubwordModel.UNKNOWN;
        } else {
            runIsPiece = false;
        }
        advance(to);
        if (model.byteFallback() && !fusesBytes) {
            giveUnknown();
        }
    }

    private void giveUnknown() {
        if (unknownStart >= 0) {
            if (model.byteFallback() && !runIsPiece) {
                for (int i = unknownByteStart; i < bytePosition; i++) {
                    sink.add(model.byteId(utf8[i] & 0xFF), unknownStart, charPosition);
                }
            } else {
                requireUnknown();
                sink.add(model.unknownId(), unknownStart, charPosition);
            }
            unknownStart = -1;
        }
    }

    /** As HuggingFace's library: characters are not left out of a text in silence. */
    private void requireUnknown() {
        if (model.unknownId() < 0) {
            String unknown =
                    new String(utf8, unknownByteStart, bytePosition - unknownByteStart, StandardCharsets.UTF_8);
            unknownStart = -1;
            throw new WordloomException(
                    ExitCode.INPUT,
                    "'" + unknown.substring(0, Math.min(unknown.length(), 60))
                            + "' is in no piece of the tokenizer, which has no unknown token; give it one (unk_id)");
        }
    }

    /** A char for each byte that begins a character, two for one of four bytes. */
    private void advance(int to) {
        for (; bytePosition < to; bytePosition++) {
            byte b = utf8[bytePosition];
            charPosition += b >= (byte) 0xF0 && b < 0 ? 2 : b >= (byte) 0xC0 || b >= 0 ? 1 : 0;
        }
    }
}
