package org.wordloom.tokenizer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Turns a regular expression in Oniguruma's Ruby syntax into Java's. What differs: hexadecimal digits ({@code \h}), the
 * class {@code \w}, {@code \v} (one character), properties ({@link UnicodeProperties}), POSIX brackets, a counted repetition
 * followed by a plus (which repeats it; in Java it is possessive) or one of a fixed count by a question mark (which makes
 * it optional; in Java it is reluctant), quoting by {@code \Q} (there is none), and the modifier {@code m}.
 */
final class OnigurumaSyntax {
    /** Outside of classes Oniguruma takes the numbers of Latin-1 for word characters, but not such of other blocks. */
    private static final String WORD = UnicodeProperties.WORD + "\u00B2\u00B3\u00B9\u00BC-\u00BE";
    /** No U+10000. A pattern that names a character beyond U+FFFF goes by code points throughout, no other one does. */
    private static final String BY_CODE_POINTS = "\uD800\uDC00{0}";

    /** Oniguruma's ^ and $ hold at every line, and only a line feed ends one; its classes are Unicode's. */
    private static final int FLAGS = Pattern.MULTILINE | Pattern.UNIX_LINES | Pattern.UNICODE_CHARACTER_CLASS;

    private final String source;
    private final StringBuilder out = new StringBuilder();
    /** Where in the result each open group began. */
    private final Deque<Integer> groups = new ArrayDeque<>();

    private int at;
    /** How many character classes are open. */
    private int classDepth;
    /** Where in the result the last atom began, for a repetition of a repetition. */
    private int atomStart;

    private OnigurumaSyntax(String source) {
        this.source = source;
    }

    static Pattern compile(String expression) {
        return Pattern.compile(new OnigurumaSyntax(expression).translate(), FLAGS);
    }

    private String translate() {
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '\\') {
                escape();
            } else if (classDepth > 0) {
                inClass(c);
            } else {
                outsideClass(c);
            }
        }
        return out.append(BY_CODE_POINTS).toString();
    }

    private void outsideClass(char c) {
        switch (c) {
            case '[' -> {
                atomStart = out.length();
                openClass();
            }
            case '(' -> openGroup();
            case ')' -> {
                atomStart = groups.isEmpty() ? out.length() : groups.pop();
                copy(1);
            }
            case '{' -> repetition();
            case '*', '+', '?' -> copy(1);
            default -> {
                atomStart = out.length();
                copy(1);
            }
        }
    }

    private void inClass(char c) {
        if (c == '[' && source.startsWith("[:", at)) {
            posixBracket();
        } else if (c == '[') {
            openClass();
        } else {
            classDepth -= c == ']' ? 1 : 0;
            copy(1);
        }
    }

    private void openClass() {
        classDepth++;
        copy(1);
        if (at < source.length() && source.charAt(at) == '^') {
            copy(1);
        }
        if (at < source.length() && source.charAt(at) == ']') {
            out.append("\\]");
            at++;
        }
    }

    private void openGroup() {
        groups.push(out.length());
        copy(1);
        if (at < source.length() && source.charAt(at) == '?') {
            int end = at + 1;
            while (end < source.length() && "imx-".indexOf(source.charAt(end)) >= 0) {
                end++;
            }
            String modifiers = source.substring(at + 1, end);
            out.append('?').append(modifiers.replace("m", "s").replace("i", "iu"));
            at = end;
        }
    }

    /** A counted repetition; one that is repeated again, or of a fixed count optional, is put into a group. */
    private void repetition() {
        int close = source.indexOf('}', at);
        if (close < 0 || !source.substring(at + 1, close).matches("\\d*,?\\d*") || close == at + 1) {
            out.append("\\{");
            at++;
            return;
        }
        String counts = source.substring(at + 1, close);
        out.append('{').append(counts.startsWith(",") ? "0" : "").append(counts).append('}');
        at = close + 1;
        char next = at < source.length() ? source.charAt(at) : 0;
        if (next == '+' || (next == '?' && !counts.contains(","))) {
            out.insert(atomStart, "(?:").append(')');
            copy(1);
        }
    }

    private void posixBracket() {
        int end = source.indexOf(":]", at);
        if (end < 0) {
            throw new PatternSyntaxException("a POSIX bracket without end", source, at);
        }
        String name = source.substring(at + 2, end);
        boolean negated = name.startsWith("^");
        String plain = negated ? name.substring(1) : name;
        String property = UnicodeProperties.posixBracket(plain);
        if (property == null) {
            throw new PatternSyntaxException("an unknown POSIX bracket '" + plain + "'", source, at);
        }
        out.append(negated ? "[^" : "[").append(property).append(']');
        at = end + 2;
    }

    private void escape() {
        if (classDepth == 0) {
            atomStart = out.length();
        }
        char kind = at + 1 < source.length() ? source.charAt(at + 1) : 0;
        switch (kind) {
            case 'h' -> replaceEscape("[0-9a-fA-F]");
            case 'H' -> replaceEscape("[^0-9a-fA-F]");
            case 'w' -> replaceEscape("[" + word() + "]");
            case 'W' -> replaceEscape("[^" + word() + "]");
            case 'b' -> boundary("(?:(?<=[" + WORD + "])(?![" + WORD + "])|(?<![" + WORD + "])(?=[" + WORD + "]))");
            case 'B' -> boundary("(?:(?<=[" + WORD + "])(?=[" + WORD + "])|(?<![" + WORD + "])(?![" + WORD + "]))");
            case 'v' -> replaceEscape("\\x0B");
            case 'Q', 'E' -> replaceEscape(Character.toString(kind));
            case 'p', 'P' -> property();
            case '1', '2', '3' -> backReference();
            case 0 -> throw new PatternSyntaxException("a backslash at the end", source, at);
            default -> copy(2);
        }
    }

    /** Three octal digits are a character there, and a group here. */
    private void backReference() {
        if (source.substring(at + 2, Math.min(source.length(), at + 4)).matches("[0-7]{2}")) {
            throw new PatternSyntaxException("a character as three octal digits, which is not supported", source, at);
        }
        copy(2);
    }

    /** A property; without a name in braces it is the letter. */
    private void property() {
        if (!source.startsWith("{", at + 2)) {
            replaceEscape(source.substring(at + 1, at + 2));
            return;
        }
        int close = source.indexOf('}', at);
        if (close < 0) {
            throw new PatternSyntaxException("a property without end", source, at);
        }
        String name = source.substring(at + 3, close);
        boolean negated = (source.charAt(at + 1) == 'P') != name.startsWith("^");
        out.append(UnicodeProperties.property(name.startsWith("^") ? name.substring(1) : name, negated));
        at = close + 1;
    }

    private String word() {
        return classDepth > 0 ? UnicodeProperties.WORD : WORD;
    }

    /** Java's word boundaries count joiners as word characters. In a class the escape is a backspace. */
    private void boundary(String lookaround) {
        if (classDepth > 0) {
            replaceEscape("\\x08");
        } else {
            replaceEscape(lookaround);
        }
    }

    private void replaceEscape(String replacement) {
        out.append(replacement);
        at += 2;
    }

    private void copy(int count) {
        int end = Math.min(source.length(), at + count);
        out.append(source, at, end);
        at = end;
    }
}
