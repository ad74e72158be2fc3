package org.wordloom.tokenizer.conversion;

import java.util.List;
import org.wordloom.tokenizer.AddedToken;
import org.wordloom.tokenizer.Tokenizer;
import org.wordloom.tokenizer.decoder.WordPieceDecoder;
import org.wordloom.tokenizer.normalizer.BertNormalizer;
import org.wordloom.tokenizer.postprocessor.BertProcessing;
import org.wordloom.tokenizer.postprocessor.SpecialToken;
import org.wordloom.tokenizer.pretokenizer.BertPreTokenizer;
import org.wordloom.tokenizer.wordpiece.WordPieceModel;
import org.wordloom.tokenizer.wordpiece.WordPieceOptions;

/** What BERT does around the pieces of its {@code vocab.txt}. */
public final class BertPipeline {
    private static final String CLASSIFIER = "[CLS]";
    private static final String SEPARATOR = "[SEP]";
    private static final List<String> SPECIAL = List.of("[PAD]", "[UNK]", CLASSIFIER, SEPARATOR, "[MASK]");

    private BertPipeline() {}

    /** @param lowercase whether the pieces are of lower-cased text without accents; their file does not say */
    public static Tokenizer tokenizer(WordPieceModel model, boolean lowercase) {
        Tokenizer.Builder builder = Tokenizer.builder(model)
                .normalizer(new BertNormalizer(true, true, lowercase, lowercase))
                .preTokenizer(new BertPreTokenizer())
                .decoder(new WordPieceDecoder(model.options().continuingPrefix(), true));
        int separator = model.id(SEPARATOR);
        int classifier = model.id(CLASSIFIER);
        if (separator >= 0 && classifier >= 0) {
            builder.postProcessor(new BertProcessing(
                    new SpecialToken(SEPARATOR, separator), new SpecialToken(CLASSIFIER, classifier)));
        }
        for (String token : SPECIAL) {
            if (model.id(token) >= 0) {
                builder.add(AddedToken.special(model.id(token), token));
            }
        }
        return builder.build();
    }

    /**
     * The model, of which alone the file tells.
     *
     * @throws org.wordloom.base.WordloomException USAGE when the tokenizer is not as {@link #tokenizer} makes it
     */
    public static WordPieceModel model(Tokenizer tokenizer, String format) {
        Expressible expressible = new Expressible(tokenizer, format)
                .preTokenizer(new BertPreTokenizer()::equals)
                .normalizer(part -> isBert(part, true) || isBert(part, false))
                .postProcessor(part -> part == null || part instanceof BertProcessing)
                .addedTokens(token -> SPECIAL.contains(token.content()));
        WordPieceModel model = expressible.model(WordPieceModel.class);
        expressible.require(model.options().equals(WordPieceOptions.defaults()), "the model's " + model.options());
        return model;
    }

    private static boolean isBert(Object normalizer, boolean lowercase) {
        return new BertNormalizer(true, true, lowercase, lowercase).equals(normalizer);
    }
}
