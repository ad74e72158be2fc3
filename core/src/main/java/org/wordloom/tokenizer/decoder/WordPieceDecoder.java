package org.wordloom.tokenizer.decoder;

import java.util.ArrayList;
import java.util.List;
import org.wordloom.tokenizer.Decoder;

/**
 * Joins pieces that begin with a prefix to those before them, and separates the others by spaces.
 *
 * @param prefix of pieces that continue a word
 * @param cleanup whether to take spaces out again that English has not, before punctuation and in contractions
 */
public record WordPieceDecoder(String prefix, boolean cleanup) implements Decoder {
    @Override
    public List<String> decode(List<String> pieces) {
        List<String> decoded = new ArrayList<>(pieces.size());
        for (String piece : pieces) {
            String text = piece;
            if (!decoded.isEmpty()) {
                text = piece.startsWith(prefix) ? piece.substring(prefix.length()) : " " + piece;
            }
            decoded.add(cleanup ? cleanUp(text) : text);
        }
        return decoded;
    }

    /** Takes superfluous spaces out of English. */
    static String cleanUp(String text) {
        return text.replace(" .", ".")
                .replace(" ?", "?")
                .replace(" !", "!")
                .replace(" ,", ",")
                .replace(" ' ", "'")
                .replace(" n't", "n't")
                .replace(" 'm", "'m")
                .replace(" do not", " don't")
                .replace(" 's", "'s")
                .replace(" 've", "'ve")
                .replace(" 're", "'re");
    }
}
