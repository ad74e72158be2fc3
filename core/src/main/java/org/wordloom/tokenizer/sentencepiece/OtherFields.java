package org.wordloom.tokenizer.sentencepiece;

import java.util.List;

/**
 * What a {@code .model} file says that has no bearing on how text is taken apart, mostly as bytes of its messages' fields:
 * read to be written again.
 *
 * @param trainer of the trainer's settings
 * @param normalizer of the normaliser's settings
 * @param model of the model itself
 * @param denormalizer what text goes through after decoding; null when there is none
 * @param samples texts with the pieces that the model was seen to make of them
 */
public record OtherFields(
        byte[] trainer, byte[] normalizer, byte[] model, Denormalizer denormalizer, List<SelfTestSample> samples) {
    public static final OtherFields NONE = new OtherFields(new byte[0], new byte[0], new byte[0], null, List.of());

    public OtherFields {
        samples = List.copyOf(samples);
    }

    /** @param expected pieces, with spaces between them */
    public record SelfTestSample(String input, String expected) {}
}
