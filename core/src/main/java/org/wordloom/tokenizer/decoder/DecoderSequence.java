package org.wordloom.tokenizer.decoder;

import java.util.List;
import org.wordloom.tokenizer.Decoder;

/** Decoders one after another. */
public record DecoderSequence(List<Decoder> decoders) implements Decoder {
    public DecoderSequence {
        decoders = List.copyOf(decoders);
    }

    @Override
    public List<String> decode(List<String> pieces) {
        List<String> decoded = pieces;
        for (Decoder decoder : decoders) {
            decoded = decoder.decode(decoded);
        }
        return decoded;
    }
}
