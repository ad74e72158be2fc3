package org.wordloom.tokenizer.decoder;

import java.util.List;
import org.wordloom.tokenizer.Decoder;

/** Joins all pieces to one, for the steps that follow. */
public record Fuse() implements Decoder {
    @Override
    public List<String> decode(List<String> pieces) {
        return List.of(String.join("", pieces));
    }
}
