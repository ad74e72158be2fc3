package org.wordloom.tokenizer.sentencepiece;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What SentencePiece does to text that it has decoded, where a model says so. Immutable and safe to share between threads. */
public final class Denormalizer {
    private final byte[] message;
    /** Null when there is no character map: the other settings then count for nothing. */
    private final Utf8Normalizer normalizer;

    /** @param message the file's, a whole one; {@code preparation} is what it says */
    public Denormalizer(byte[] message, TextPreparation preparation) {
        this.message = message.clone();
        this.normalizer = preparation.map() == null
                ? null
                : new Utf8Normalizer(preparation.map(), preparation.options(), List.of());
    }

    /** A copy of the file's message. */
    public byte[] message() {
        return message.clone();
    }

    /** The text after this step. */
    String apply(String text) {
        if (normalizer == null) {
            return text;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        NormalizedUtf8 result = new NormalizedUtf8();
        normalizer.normalize(utf8, 0, utf8.length, result);
        return new String(result.bytes(), 0, result.length(), StandardCharsets.UTF_8);
    }
}
