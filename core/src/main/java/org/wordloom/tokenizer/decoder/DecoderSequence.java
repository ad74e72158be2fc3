package org.wordloom.tokenizer.decoder;

import java.util.List;
import org.wordloom.tokenizer.Decoder;
import org.wordloom.tokenizer.TextGrowth;

/** Decoders one after another. */
public record DecoderSequence(List<Decoder> decoders) implements Decoder {
    public DecoderSequence {
        decoders = List.copyOf(decoders);
    }

    /** @throws org.wordloom.base.WordloomException FORMAT when the steps would make far more of the pieces than they are */
    @Override
    public List<String> decode(List<String> pieces) {
        long most = TextGrowth.limit(Decoder.length(pieces));
        List<String> decoded = pieces;
        for (Decoder decoder : decoders) {
            decoded = decoder.decode(decoded);
            TextGrowth.require(Decoder.length(decoded), most, decoder);
        }
        return decoded;
    }
}
