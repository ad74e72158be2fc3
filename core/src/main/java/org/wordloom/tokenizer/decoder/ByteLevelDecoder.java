package org.wordloom.tokenizer.decoder;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.wordloom.text.Utf8Text;
import org.wordloom.tokenizer.ByteAlphabet;
import org.wordloom.tokenizer.Decoder;

/**
 * From GPT-2's alphabet back to bytes, and from those to text; malformed sequences become U+FFFD. A piece with a
 * character that is not of the alphabet stands for itself.
 *
 * @param addPrefixSpace what files carry along; it does not matter here
 * @param trimOffsets likewise
 * @param useRegex likewise
 */
public record ByteLevelDecoder(boolean addPrefixSpace, boolean trimOffsets, boolean useRegex) implements Decoder {
    @Override
    public List<String> decode(List<String> pieces) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String piece : pieces) {
            if (piece.chars().allMatch(c -> ByteAlphabet.byteOf((char) c) >= 0)) {
                piece.chars().forEach(c -> bytes.write(ByteAlphabet.byteOf((char) c)));
            } else {
                bytes.writeBytes(piece.getBytes(StandardCharsets.UTF_8));
            }
        }
        return List.of(Utf8Text.decode(bytes.toByteArray(), 0, bytes.size()));
    }
}
