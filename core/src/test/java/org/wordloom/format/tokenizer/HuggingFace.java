package org.wordloom.format.tokenizer;

import ai.djl.huggingface.tokenizers.jni.CharSpan;
import ai.djl.huggingface.tokenizers.jni.LibUtils;
import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import java.util.ArrayList;
import java.util.List;

/** The real HuggingFace library, whose native code is in its jar: nothing is downloaded. */
final class HuggingFace implements AutoCloseable {
    static {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("RUST_FLAVOR", "cpu");
        LibUtils.checkStatus();
    }

    private static final TokenizersLibrary LIBRARY = TokenizersLibrary.LIB;

    private final long handle;

    HuggingFace(String json) {
        handle = LIBRARY.createTokenizerFromString(json);
    }

    /** Encodes a text; offsets are in code points of it. */
    Result encode(String text, boolean addSpecialTokens) {
        return result(LIBRARY.encode(handle, text, addSpecialTokens));
    }

    Result encode(String first, String second, boolean addSpecialTokens) {
        return result(LIBRARY.encodeDual(handle, first, second, addSpecialTokens));
    }

    String decode(int[] ids, boolean skipSpecialTokens) {
        long[] wide = new long[ids.length];
        for (int i = 0; i < ids.length; i++) {
            wide[i] = ids[i];
        }
        return LIBRARY.decode(handle, wide, skipSpecialTokens);
    }

    @Override
    public void close() {
        LIBRARY.deleteTokenizer(handle);
    }

    private static Result result(long encoding) {
        List<Token> tokens = new ArrayList<>();
        long[] ids = LIBRARY.getTokenIds(encoding);
        long[] types = LIBRARY.getTypeIds(encoding);
        long[] words = LIBRARY.getWordIds(encoding);
        long[] special = LIBRARY.getSpecialTokenMask(encoding);
        long[] attention = LIBRARY.getAttentionMask(encoding);
        String[] pieces = LIBRARY.getTokens(encoding);
        CharSpan[] spans = LIBRARY.getTokenCharSpans(encoding);
        for (int i = 0; i < ids.length; i++) {
            int start = spans[i] == null ? 0 : spans[i].getStart();
            int end = spans[i] == null ? 0 : spans[i].getEnd();
            tokens.add(new Token(
                    (int) ids[i],
                    pieces[i],
                    start,
                    end,
                    (int) words[i],
                    (int) types[i],
                    special[i] == 1,
                    attention[i] == 1));
        }
        List<Result> overflowing = new ArrayList<>();
        for (long part : LIBRARY.getOverflowing(encoding)) {
            overflowing.add(result(part));
        }
        LIBRARY.deleteEncoding(encoding);
        return new Result(tokens, overflowing);
    }

    record Result(List<Token> tokens, List<Result> overflowing) {}

    /** An id with all that is known of it. */
    record Token(int id, String piece, int start, int end, int word, int typeId, boolean special, boolean attended) {
        Token withPiece(String other) {
            return new Token(id, other, start, end, word, typeId, special, attended);
        }
    }
}
