package org.wordloom.tokenizer.decoder;

import java.util.ArrayList;
import java.util.List;
import org.wordloom.tokenizer.Decoder;

/**
 * For the output of models trained by connectionist temporal classification: repeated pieces count once, and padding
 * separates what is really said twice.
 *
 * @param padToken separates repeated pieces
 * @param wordDelimiter becomes a space, if there is cleaning up
 * @param cleanup whether to clean up as {@link WordPieceDecoder} does
 */
public record CtcDecoder(String padToken, String wordDelimiter, boolean cleanup) implements Decoder {
    @Override
    public List<String> decode(List<String> pieces) {
        List<String> decoded = new ArrayList<>(pieces.size());
        String previous = null;
        for (String piece : pieces) {
            if (!piece.equals(previous)) {
                String text = piece.replace(padToken, "");
                if (cleanup) {
                    text = Replacement.of(WordPieceDecoder.cleanUp(text), wordDelimiter, " ");
                }
                if (!text.isEmpty()) {
                    decoded.add(text);
                }
            }
            previous = piece;
        }
        return decoded;
    }
}
