package org.wordloom.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Collects what a tokenizer gives, and fails if a word is empty or not well-formed UTF-8. */
final class Tokens {
    private Tokens() {}

    static List<String> of(WordTokenizer tokenizer, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return of(tokenizer, utf8, 0, utf8.length);
    }

    static List<String> of(WordTokenizer tokenizer, byte[] utf8, int from, int to) {
        List<String> words = new ArrayList<>();
        tokenizer.tokenize(utf8, from, to, (bytes, start, end) -> words.add(decode(bytes, start, end)));
        return words;
    }

    private static String decode(byte[] bytes, int from, int to) {
        if (from >= to) {
            throw new AssertionError("an empty word");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new AssertionError("a malformed word", e);
        }
    }
}
