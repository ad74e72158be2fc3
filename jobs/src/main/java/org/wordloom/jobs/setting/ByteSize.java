package org.wordloom.jobs.setting;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes in bytes as people write them: {@code 512m}, {@code 1g}; k, m, g and t are powers of 1024. */
public final class ByteSize {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,15})([kmgt]?)b?");
    private static final String UNITS = "kmgt";

    private ByteSize() {}

    /** How such a text becomes a number of bytes. */
    public static Reading<Long> reading() {
        return texts -> parse(Reading.text().read(texts));
    }

    /** The shortest text that reads back as the same number. */
    public static String text(long bytes) {
        int unit = 0;
        long rest = bytes;
        while (rest > 0 && rest % 1024 == 0 && unit < UNITS.length()) {
            rest /= 1024;
            unit++;
        }
        return unit == 0 ? Long.toString(rest) : rest + UNITS.substring(unit - 1, unit);
    }

    /** The setting of a size; 0 shows as nothing. */
    public static Setting<Long> setting(String name, String help, Supplier<Long> current, Consumer<Long> target) {
        return new Setting<>(name, Setting.Arity.ONE, "SIZE", help, reading(), current, target);
    }

    private static long parse(String text) {
        Matcher matcher = FORM.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a size such as 512m or 2g");
        }
        int shift = 10 * (UNITS.indexOf(matcher.group(2)) + 1);
        long number = Long.parseLong(matcher.group(1));
        if (matcher.group(2).isEmpty()) {
            return number;
        }
        if (number > Long.MAX_VALUE >> shift) {
            throw new IllegalArgumentException("too large a size");
        }
        return number << shift;
    }
}
