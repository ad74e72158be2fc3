package org.wordloom.tokenizer.conversion;

import org.wordloom.tokenizer.AddedToken;
import org.wordloom.tokenizer.Tokenizer;
import org.wordloom.tokenizer.bpe.BpeModel;
import org.wordloom.tokenizer.bpe.BpeOptions;
import org.wordloom.tokenizer.decoder.ByteLevelDecoder;
import org.wordloom.tokenizer.postprocessor.ByteLevelProcessing;
import org.wordloom.tokenizer.pretokenizer.ByteLevel;

/** What GPT-2 does around the pieces and merges of its {@code vocab.json} and {@code merges.txt}. */
public final class Gpt2Pipeline {
    private static final String END_OF_TEXT = "<|endoftext|>";

    private Gpt2Pipeline() {}

    public static Tokenizer tokenizer(BpeModel model) {
        Tokenizer.Builder builder = Tokenizer.builder(model)
                .preTokenizer(new ByteLevel(false, true, true))
                .postProcessor(new ByteLevelProcessing(true, false, true))
                .decoder(new ByteLevelDecoder(true, true, true));
        if (model.id(END_OF_TEXT) >= 0) {
            builder.add(AddedToken.special(model.id(END_OF_TEXT), END_OF_TEXT));
        }
        return builder.build();
    }

    /**
     * The model, of which alone the files tell.
     *
     * @throws org.wordloom.base.WordloomException USAGE when the tokenizer is not as {@link #tokenizer} makes it
     */
    public static BpeModel model(Tokenizer tokenizer, String format) {
        Expressible expressible = new Expressible(tokenizer, format)
                .preTokenizer(part ->
                        part instanceof ByteLevel byteLevel && byteLevel.useRegex() && !byteLevel.addPrefixSpace())
                .normalizer(part -> part == null)
                .postProcessor(part -> part == null || part instanceof ByteLevelProcessing)
                .addedTokens(token -> token.content().equals(END_OF_TEXT));
        BpeModel model = expressible.model(BpeModel.class);
        // Where every byte has a piece nothing is unknown: the token for it does not matter.
        expressible.require(
                model.options().withUnknownToken("").withFuseUnknown(false).equals(BpeOptions.defaults()),
                "the model's " + model.options());
        return model;
    }
}
