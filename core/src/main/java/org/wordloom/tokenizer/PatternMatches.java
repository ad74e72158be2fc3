package org.wordloom.tokenizer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/**
 * The matches of a pattern in a text, one after the other, as Oniguruma's users iterate over them: text without
 * characters has none, an empty match where the one before it ended is passed over, and none begins within a surrogate
 * pair.
 */
public final class PatternMatches {
    private final TextPattern pattern;
    private final Matcher matcher;
    private final CharSequence text;
    /** Where the last match ended, or -1. */
    private int end = -1;

    PatternMatches(TextPattern pattern, Pattern compiled, CharSequence text) {
        this.pattern = pattern;
        this.matcher = compiled.matcher(pattern.mayTryForEver() ? new LimitedReading(pattern, text) : text);
        this.text = text;
    }

    /**
     * Moves to the next match.
     *
     * @throws WordloomException INPUT when the pattern runs out of stack on this text, or tries too many ways to match it
     */
    public boolean next() {
        if (text.isEmpty()) {
            return false;
        }
        int last = end;
        // A matcher goes on by itself where a match ended that was not empty; beyond an empty one it would halve pairs.
        boolean found = (last >= 0 && matcher.start() == last) ? findBeyond(last) : find(-1);
        if (found && matcher.end() == last) {
            found = findBeyond(last);
        }
        end = found ? matcher.end() : last;
        return found;
    }

    /** Where the match begins. */
    public int start() {
        return matcher.start();
    }

    /** Where the match ends. */
    public int end() {
        return end;
    }

    private boolean findBeyond(int at) {
        return at < text.length() && find(at + Character.charCount(Character.codePointAt(text, at)));
    }

    /** Searches from a place, or from where the last match ended if that is -1. */
    private boolean find(int from) {
        try {
            return from < 0 ? matcher.find() : matcher.find(from);
        } catch (StackOverflowError e) {
            throw new WordloomException(
                    ExitCode.INPUT,
                    "the regular expression " + pattern.quoted() + " needs too much stack on a text of " + text.length()
                            + " characters; make it simpler or the text shorter",
                    e);
        }
    }
}
