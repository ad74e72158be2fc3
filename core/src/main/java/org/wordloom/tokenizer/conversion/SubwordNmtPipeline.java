package org.wordloom.tokenizer.conversion;

import org.wordloom.tokenizer.Tokenizer;
import org.wordloom.tokenizer.bpe.BpeModel;
import org.wordloom.tokenizer.decoder.BpeDecoder;
import org.wordloom.tokenizer.pretokenizer.WhitespaceSplit;

/** What subword-nmt does around its codes: it splits at white space. */
public final class SubwordNmtPipeline {
    private SubwordNmtPipeline() {}

    public static Tokenizer tokenizer(BpeModel model) {
        return Tokenizer.builder(model)
                .preTokenizer(new WhitespaceSplit())
                .decoder(new BpeDecoder(model.options().endOfWordSuffix()))
                .build();
    }

    /**
     * The model, of whose merges alone the file tells: without ids, without characters that no merge names, and without
     * how unknown characters are fused, of which subword-nmt knows nothing.
     *
     * @throws org.wordloom.base.WordloomException USAGE when the tokenizer is not as {@link #tokenizer} makes it
     */
    public static BpeModel model(Tokenizer tokenizer, String format) {
        Expressible expressible = new Expressible(tokenizer, format)
                .preTokenizer(new WhitespaceSplit()::equals)
                .normalizer(part -> part == null)
                .postProcessor(part -> part == null);
        BpeModel model = expressible.model(BpeModel.class);
        expressible.require(
                model.options().dropout() == 0, "dropout, as " + model.options().dropout());
        expressible.addedTokens(token -> token.content().equals(model.options().unknownToken()));
        return model;
    }
}
