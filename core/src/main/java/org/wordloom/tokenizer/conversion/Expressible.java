package org.wordloom.tokenizer.conversion;

import java.util.Optional;
import java.util.function.Predicate;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.tokenizer.AddedToken;
import org.wordloom.tokenizer.SubwordModel;
import org.wordloom.tokenizer.Tokenizer;

/** Holds a tokenizer against what a format can say. Truncation and padding are not looked at: no such file has them. */
final class Expressible {
    private static final String EVERYTHING = "tokenizer.json";

    private final Tokenizer tokenizer;
    private final String format;

    /** @param format as {@code tokenizer convert} calls it */
    Expressible(Tokenizer tokenizer, String format) {
        this.tokenizer = tokenizer;
        this.format = format;
    }

    Expressible normalizer(Predicate<Object> known) {
        return part("normalizer", tokenizer.normalizer(), known);
    }

    Expressible preTokenizer(Predicate<Object> known) {
        return part("pre-tokenizer", tokenizer.preTokenizer(), known);
    }

    Expressible postProcessor(Predicate<Object> known) {
        return part("post-processor", tokenizer.postProcessor(), known);
    }

    /** Refuses tokens that are added beside the pieces of the model, of which alone the format has a list. */
    Expressible addedTokens(Predicate<AddedToken> known) {
        for (AddedToken token : tokenizer.addedTokens()) {
            require(
                    known.test(token) && tokenizer.model().piece(token.id()) != null,
                    "the added token '" + token.content() + "', id " + token.id());
        }
        return this;
    }

    <M extends SubwordModel> M model(Class<M> type) {
        require(
                type.isInstance(tokenizer.model()),
                "a " + tokenizer.model().getClass().getSimpleName() + ", but a " + type.getSimpleName());
        return type.cast(tokenizer.model());
    }

    void require(boolean expressible, String part) {
        if (!expressible) {
            throw new WordloomException(
                    ExitCode.USAGE,
                    "the tokenizer cannot be written as " + format + ", which does not hold " + part + instead());
        }
    }

    /** What may hold more than the format, if anything does. */
    private String instead() {
        return format.equals(EVERYTHING) ? "; use it as it is" : "; " + EVERYTHING + " may";
    }

    private Expressible part(String name, Optional<?> part, Predicate<Object> known) {
        Object found = part.orElse(null);
        require(known.test(found), found == null ? "a tokenizer without " + name : "the " + name + " " + found);
        return this;
    }
}
