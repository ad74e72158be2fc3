package org.wordloom.tokenizer.sentencepiece;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.wordloom.tokenizer.PieceSink;
import org.wordloom.tokenizer.PieceType;
import org.wordloom.tokenizer.SubwordModel;
import org.wordloom.tokenizer.WordEncoder;
import org.wordloom.tokenizer.unigram.Utf8Encoder;
import org.wordloom.tokenizer.unigram.Utf8PieceSink;

/**
 * Splits text at whitespace marks and user-defined symbols, and takes what lies between apart: by merges (BPE), or not
 * at all (words), or into characters. Where a piece holds a mark inside, text is split at symbols only.
 */
final class WordwiseEncoder implements Utf8Encoder, PieceSink {
    private static final byte[] MARK = "\u2581".getBytes(StandardCharsets.UTF_8);

    private final SentencePieceModel model;
    private final WordEncoder merges;
    private final SymbolFinder symbols;
    private final boolean splits;
    private final boolean suffix;

    private byte[] utf8;
    private Utf8PieceSink sink;
    /** A char position within the word, and the byte position that it belongs to. */
    private int charPosition;

    private int bytePosition;

    /** @param merges what takes words apart, or null for words and characters */
    WordwiseEncoder(SentencePieceModel model, WordEncoder merges) {
        this.model = model;
        this.merges = merges;
        this.symbols = new SymbolFinder(model.symbols());
        this.splits = model.kind() == ModelKind.WORD || model.isWordwise();
        this.suffix = model.preparation().options().whitespaceAsSuffix();
    }

    @Override
    public void encode(byte[] text, int from, int to, Utf8PieceSink pieces) {
        utf8 = text;
        sink = pieces;
        int start = from;
        for (int i = from; i < to; ) {
            int symbol = model.kind() == ModelKind.WORD ? 0 : symbols.length(text, i, to);
            if (symbol > 0) {
                addWord(start, i);
                sink.add(id(i, i + symbol), i, i + symbol);
                i += symbol;
                start = i;
            } else if (splits && Arrays.equals(text, i, Math.min(to, i + MARK.length), MARK, 0, MARK.length)) {
                int split = suffix ? i + MARK.length : i;
                addWord(start, split);
                start = split;
                i += MARK.length;
            } else {
                i += characterLength(i, to);
            }
        }
        addWord(start, to);
    }

    @Override
    public void add(int id, int start, int end) {
        advance(start);
        int from = bytePosition;
        advance(end);
        sink.add(id < model.size() ? id : SubwordModel.UNKNOWN, from, bytePosition);
    }

    private void addWord(int from, int to) {
        if (from == to) {
            return;
        }
        switch (model.kind()) {
            case WORD -> sink.add(id(from, to), from, to);
            case CHAR -> addCharacters(from, to);
            default -> {
                char[] word = new String(utf8, from, to - from, StandardCharsets.UTF_8).toCharArray();
                charPosition = 0;
                bytePosition = from;
                merges.encode(word, 0, word.length, this);
            }
        }
    }

    private void addCharacters(int from, int to) {
        for (int i = from; i < to; ) {
            int length = characterLength(i, to);
            sink.add(id(i, i + length), i, i + length);
            i += length;
        }
    }

    private int id(int from, int to) {
        int id = model.id(new String(utf8, from, to - from, StandardCharsets.UTF_8));
        boolean inText = id >= 0
                && (model.type(id) == PieceType.NORMAL
                        || model.type(id) == PieceType.USER_DEFINED
                        || model.type(id) == PieceType.UNUSED);
        return inText ? id : SubwordModel.UNKNOWN;
    }

    private int characterLength(int at, int to) {
        return Math.max(1, Utf8Characters.length(utf8, at, to));
    }

    private void advance(int to) {
        while (charPosition < to) {
            byte lead = utf8[bytePosition];
            int length = lead >= 0 ? 1 : lead < (byte) 0xE0 ? 2 : lead < (byte) 0xF0 ? 3 : 4;
            charPosition += length == 4 ? 2 : 1;
            bytePosition += length;
        }
    }
}
