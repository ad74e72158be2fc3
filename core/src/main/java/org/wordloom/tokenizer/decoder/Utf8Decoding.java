package org.wordloom.tokenizer.decoder;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** UTF-8 that may be malformed. */
final class Utf8Decoding {
    private Utf8Decoding() {}

    /** The text, with U+FFFD for each longest beginning of a well-formed sequence or else each byte (Unicode, 3.9). */
    static String lossy(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The text if the bytes are well-formed. */
    static Optional<String> strict(byte[] bytes, int length) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString());
        } catch (CharacterCodingException e) {
            // The caller says what stands for bytes that are no text.
            return Optional.empty();
        }
    }
}
