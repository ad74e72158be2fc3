package org.wordloom.tokenizer;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/** A text or a regular expression to be found. Equal to another of the same kind and source. Immutable. */
public final class TextPattern {
    private static final Pattern REPETITION = Pattern.compile("[*+]|\\{\\d*,\\}");

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");
    private static final int MOST_QUOTED = 60;

    private final String source;
    private final boolean regex;
    private final Pattern compiled;
    private final boolean tryingForEver;

    private TextPattern(String source, boolean regex, Pattern compiled) {
        this.source = source;
        this.regex = regex;
        this.compiled = compiled;
        this.tryingForEver =
                regex && REPETITION.matcher(source).results().limit(2).count() > 1;
    }

    /** A text, character by character. */
    public static TextPattern literal(String text) {
        return new TextPattern(text, false, Pattern.compile(text, Pattern.LITERAL));
    }

    /**
     * A regular expression as Oniguruma reads it (Ruby's syntax), which HuggingFace's tokenizers use.
     *
     * @throws WordloomException FORMAT if it is no regular expression, or has a part that is not supported
     */
    public static TextPattern regex(String expression) {
        try {
            return new TextPattern(expression, true, OnigurumaSyntax.compile(expression));
        } catch (PatternSyntaxException | StackOverflowError e) {
            throw new WordloomException(
                    ExitCode.FORMAT,
                    "the regular expression " + quoted(expression) + " cannot be used: "
                            + (e instanceof PatternSyntaxException syntax
                                    ? syntax.getDescription() + " at character " + syntax.getIndex()
                                    : "it is nested too deeply"),
                    e);
        }
    }

    /** The source as a message may quote it: a part of one line. */
    String quoted() {
        return quoted(source);
    }

    private static String quoted(String source) {
        String part = source.length() <= MOST_QUOTED ? source : source.substring(0, MOST_QUOTED) + "…";
        return "'" + CONTROL.matcher(part).replaceAll("\uFFFD") + "'";
    }

    /** The text or the regular expression. */
    public String source() {
        return source;
    }

    public boolean isRegex() {
        return regex;
    }

    /** Whether it may try many ways to match a text: one repetition without a bound has no more than the text has places. */
    boolean mayTryForEver() {
        return tryingForEver;
    }

    /** Its matches in {@code text}, which must not change meanwhile. */
    public PatternMatches matches(CharSequence text) {
        return new PatternMatches(this, compiled, text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextPattern pattern && regex == pattern.regex && source.equals(pattern.source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    @Override
    public String toString() {
        return regex ? "/" + source + "/" : "'" + source + "'";
    }
}
