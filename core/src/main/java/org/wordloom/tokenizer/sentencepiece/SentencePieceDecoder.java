package org.wordloom.tokenizer.sentencepiece;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.tokenizer.PieceType;
import org.wordloom.tokenizer.unigram.SegmentOptions;

/** From pieces to text as {@code spm_decode} gives it. */
final class SentencePieceDecoder {
    private final SentencePieceModel model;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final StringBuilder text = new StringBuilder();
    /** Whether a space at the beginning of the next piece is the one that was added to the text. */
    private boolean atBeginning = true;

    private boolean sawAddedSpace;

    SentencePieceDecoder(SentencePieceModel model) {
        this.model = model;
    }

    String decode(int[] ids) {
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] < 0 || ids[i] >= model.size()) {
                throw new WordloomException(
                        ExitCode.INPUT,
                        "id " + ids[i] + ", number " + (i + 1) + " of " + ids.length + ", is not one of 0 to "
                                + (model.size() - 1));
            }
            add(ids[i]);
        }
        flushBytes();
        return text.toString();
    }

    private void add(int id) {
        if (model.type(id) == PieceType.BYTE) {
            bytes.write(PieceType.byteOf(model.piece(id)));
            return;
        }
        flushBytes();
        if (sawAddedSpace || text.length() > 0) {
            atBeginning = false;
        }
        sawAddedSpace = false;
        switch (model.type(id)) {
            case CONTROL -> {}
            case UNKNOWN -> text.append(model.unknownSurface());
            default -> addText(model.piece(id));
        }
    }

    private void addText(String piece) {
        NormalizerOptions options = model.preparation().options();
        String rest = piece;
        if (atBeginning
                && (options.dummyPrefix() || options.removesExtraWhitespace())
                && piece.charAt(0) == SegmentOptions.WHITESPACE_MARK) {
            rest = piece.substring(1);
            sawAddedSpace = !options.removesExtraWhitespace();
        }
        text.append(rest.replace(SegmentOptions.WHITESPACE_MARK, ' '));
    }

    /** Malformed bytes become U+FFFD one by one. */
    private void flushBytes() {
        byte[] utf8 = bytes.toByteArray();
        bytes.reset();
        for (int i = 0; i < utf8.length; ) {
            int length = Utf8Characters.length(utf8, i, utf8.length);
            text.append(length > 0 ? new String(utf8, i, length, StandardCharsets.UTF_8) : "\uFFFD");
            i += Math.max(1, length);
        }
    }
}
