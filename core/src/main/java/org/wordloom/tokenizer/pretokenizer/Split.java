package org.wordloom.tokenizer.pretokenizer;

import org.wordloom.tokenizer.PreTokenizedText;
import org.wordloom.tokenizer.PreTokenizer;
import org.wordloom.tokenizer.TextPattern;

/** Splits at the matches of a pattern. The well-known patterns of GPT's tokenizers are found without a regular expression. */
public final class Split implements PreTokenizer {
    private final TextPattern pattern;
    private final SplitBehavior behavior;
    private final boolean invert;
    /** Does what {@link #pattern} does, faster; or null. */
    private final PreTokenizedText.Splitter scanner;

    /**
     * A splitter.
     *
     * @param pattern what is found
     * @param behavior what becomes of it
     * @param invert whether the pattern describes words rather than delimiters
     */
    public Split(TextPattern pattern, SplitBehavior behavior, boolean invert) {
        this.pattern = pattern;
        this.behavior = behavior;
        this.invert = invert;
        // Matches of the well-known patterns leave no gaps, so where none is dropped it does not matter which is which.
        boolean isolates = behavior == SplitBehavior.ISOLATED || (behavior == SplitBehavior.REMOVED && invert);
        this.scanner = isolates && pattern.isRegex() ? GptScanner.of(pattern.source()) : null;
    }

    public TextPattern pattern() {
        return pattern;
    }

    public SplitBehavior behavior() {
        return behavior;
    }

    public boolean invert() {
        return invert;
    }

    @Override
    public void split(PreTokenizedText words) {
        if (scanner != null) {
            words.split(scanner);
        } else {
            words.split((chars, from, to, out) ->
                    behavior.apply(MatchSegments.ofPattern(chars, from, to, pattern, invert), out));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Split split
                && pattern.equals(split.pattern)
                && behavior == split.behavior
                && invert == split.invert;
    }

    @Override
    public int hashCode() {
        return pattern.hashCode();
    }

    @Override
    public String toString() {
        return "Split[" + pattern + ", " + behavior + (invert ? ", inverted]" : "]");
    }
}
