package org.wordloom.tokenizer;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.text.UnicodeSet.EntryRange;
import java.util.Locale;
import java.util.Map;

/**
 * What Oniguruma calls a property of characters, {@code \p{Letter}}, in Java's syntax. It reads names without regard to
 * case, spaces, hyphens and underscores.
 */
final class UnicodeProperties {
    /** What {@code \w} and {@code [:word:]} are within a class. */
    static final String WORD = "\\p{IsAlphabetic}\\p{M}\\p{Nd}\\p{Pc}";
    /** Java walks through a class range by range; one of more would be slow, and is refused. */
    private static final int MOST_RANGES = 256;

    private static final Map<String, String> POSIX = Map.ofEntries(
            Map.entry("alnum", "\\p{Alnum}"),
            Map.entry("alpha", "\\p{Alpha}"),
            Map.entry("ascii", "\\p{ASCII}"),
            Map.entry("blank", "\\p{Blank}"),
            Map.entry("cntrl", "\\p{Cntrl}"),
            Map.entry("digit", "\\p{Digit}"),
            Map.entry("graph", "\\p{Graph}"),
            Map.entry("lower", "\\p{Lower}"),
            Map.entry("print", "\\p{Print}"),
            Map.entry("punct", "\\p{P}\\p{S}"),
            Map.entry("space", "\\s"),
            Map.entry("upper", "\\p{Upper}"),
            Map.entry("word", WORD),
            Map.entry("xdigit", "0-9a-fA-F"));

    /** Those that are no POSIX brackets, or other ones. */
    private static final Map<String, String> OTHERS = Map.of(
            "punct", "\\p{P}",
            "any", "\\x{0}-\\x{10FFFF}",
            "assigned", "\\P{Cn}",
            "alphabetic", "\\p{IsAlphabetic}",
            "lowercase", "\\p{IsLowercase}",
            "uppercase", "\\p{IsUppercase}",
            "ideographic", "\\p{IsIdeographic}",
            "whitespace", "\\p{IsWhite_Space}");

    private UnicodeProperties() {}

    /** What stands within a class for a POSIX bracket, or null. */
    static String posixBracket(String name) {
        return POSIX.get(name);
    }

    /** A class or property; Java refuses it where the name is unknown. */
    static String property(String name, boolean negated) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
        String members = OTHERS.getOrDefault(plain, POSIX.get(plain));
        if (members != null) {
            return (negated ? "[^" : "[") + members + "]";
        }
        int category = value(UProperty.GENERAL_CATEGORY_MASK, name);
        if (category >= 0) {
            String letters = UCharacter.getPropertyValueName(
                    UProperty.GENERAL_CATEGORY_MASK, category, UProperty.NameChoice.SHORT);
            return javaProperty(letters, negated);
        }
        if (name.length() > 2 && value(UProperty.SCRIPT, name) >= 0) {
            return javaProperty("Is" + name, negated);
        }
        String ranges = binary(name);
        return ranges.isEmpty() ? javaProperty(name, negated) : (negated ? "[^" : "[") + ranges + "]";
    }

    private static String javaProperty(String name, boolean negated) {
        return (negated ? "\\P{" : "\\p{") + name + "}";
    }

    /** The ranges of a property such as Emoji, or nothing where there is none or it has too many. */
    private static String binary(String name) {
        UnicodeSet set;
        try {
            int property = UCharacter.getPropertyEnum(name);
            if (property >= UProperty.BINARY_LIMIT) {
                return "";
            }
            set = new UnicodeSet().applyIntPropertyValue(property, 1);
        } catch (IllegalArgumentException e) {
            return ""; // ICU's way to say that there is no such property
        }
        if (set.getRangeCount() > MOST_RANGES) {
            return "";
        }
        StringBuilder ranges = new StringBuilder();
        for (EntryRange range : set.ranges()) {
            ranges.append(String.format(Locale.ROOT, "\\x{%X}-\\x{%X}", range.codepoint, range.codepointEnd));
        }
        return ranges.toString();
    }

    private static int value(int property, String name) {
        try {
            return UCharacter.getPropertyValueEnum(property, name);
        } catch (IllegalArgumentException e) {
            return -1; // ICU's way to say that there is no such value
        }
    }
}
