package org.wordloom.tokenizer.decoder;

import java.util.ArrayList;
import java.util.List;
import org.wordloom.tokenizer.Decoder;

/**
 * Turns the suffix that ends a word into a space, but for the last piece.
 *
 * @param suffix of pieces that end a word
 */
public record BpeDecoder(String suffix) implements Decoder {
    @Override
    public List<String> decode(List<String> pieces) {
        List<String> decoded = new ArrayList<>(pieces.size());
        for (String piece : pieces) {
            decoded.add(Replacement.of(piece, suffix, decoded.size() == pieces.size() - 1 ? "" : " "));
        }
        return decoded;
    }
}
