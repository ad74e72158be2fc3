package org.wordloom.tokenizer.sentencepiece;

import org.wordloom.tokenizer.SubwordModel;
import org.wordloom.tokenizer.unigram.Utf8Encoder;
import org.wordloom.tokenizer.unigram.Utf8PieceSink;

/**
 * From text to pieces as {@code spm_encode} gives them: normalises, takes apart, and makes of unknown characters one
 * piece for each run of them, or their bytes. Keeps scratch space: not safe for use by several threads.
 */
public final class SentencePieceEncoder implements Utf8PieceSink {
    private final Utf8Normalizer normalizer;
    private final Utf8Encoder encoder;
    private final int unknownId;
    private final int[] byteIds;

    private final NormalizedUtf8 text = new NormalizedUtf8();
    private SentencePieceSink sink;
    private int unknownFrom = -1;
    private int unknownTo;

    /**
     * @param unknownId of the unknown token
     * @param byteIds ids of the pieces for bytes, or null when unknown characters do not become bytes
     */
    SentencePieceEncoder(Utf8Normalizer normalizer, Utf8Encoder encoder, int unknownId, int[] byteIds) {
        this.normalizer = normalizer;
        this.encoder = encoder;
        this.unknownId = unknownId;
        this.byteIds = byteIds;
    }

    /** Gives the pieces of {@code utf8[from, to)}, which may be malformed, to {@code pieces}, in order. */
    public void encode(byte[] utf8, int from, int to, SentencePieceSink pieces) {
        normalizer.normalize(utf8, from, to, text);
        sink = pieces;
        encoder.encode(text.bytes(), 0, text.length(), this);
        giveUnknown();
        sink = null;
    }

    /** The text that was encoded last, normalised. */
    public NormalizedUtf8 normalized() {
        return text;
    }

    @Override
    public void add(int id, int from, int to) {
        if (id == SubwordModel.UNKNOWN || id == unknownId) {
            addUnknown(from, to);
        } else {
            giveUnknown();
            sink.add(id, from, to, text.origin(from), text.origin(to));
        }
    }

    private void addUnknown(int from, int to) {
        if (byteIds != null) {
            addBytes(from, to);
        } else {
            unknownFrom = unknownFrom < 0 ? from : unknownFrom;
            unknownTo = to;
        }
    }

    /** As SentencePiece has it, the last byte stands for the whole character, and the others for nothing. */
    private void addBytes(int from, int to) {
        int start = text.origin(from);
        for (int i = from; i < to; i++) {
            int id = byteIds[text.bytes()[i] & 0xFF];
            sink.add(id, i, i + 1, start, i == to - 1 ? text.origin(to) : start);
        }
    }

    private void giveUnknown() {
        if (unknownFrom >= 0) {
            sink.add(unknownId, unknownFrom, unknownTo, text.origin(unknownFrom), text.origin(unknownTo));
            unknownFrom = -1;
        }
    }
}
