package org.wordloom.jobs.setting;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write them: {@code 90s}, {@code 10m}, {@code 2h}, or {@code never}, which is a negative duration. */
final class TimeSpan {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})([smh])");
    private static final String NEVER = "never";
    private static final long MINUTE = 60;
    private static final long HOUR = 3600;

    private TimeSpan() {}

    /** The setting of a time. */
    static Setting<String> setting(String name, String help, Supplier<Duration> current, Consumer<Duration> target) {
        return new Setting<>(
                name,
                Setting.Arity.ONE,
                "TIME",
                help,
                texts -> text(parse(Reading.text().read(texts))),
                () -> text(current.get()),
                value -> target.accept(parse(value)));
    }

    /** The shortest text that reads back as the same time. */
    static String text(Duration time) {
        long seconds = time.toSeconds();
        if (seconds < 0) {
            return NEVER;
        }
        if (seconds > 0 && seconds % HOUR == 0) {
            return seconds / HOUR + "h";
        }
        return seconds > 0 && seconds % MINUTE == 0 ? seconds / MINUTE + "m" : seconds + "s";
    }

    static Duration parse(String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        Matcher matcher = FORM.matcher(plain);
        if (plain.equals(NEVER)) {
            return Duration.ofSeconds(-1);
        }
        if (!matcher.matches()) {
            throw new IllegalArgumentException("neither a time such as 90s, 10m or 2h nor never");
        }
        long number = Long.parseLong(matcher.group(1));
        return Duration.ofSeconds(
                switch (matcher.group(2)) {
                    case "h" -> number * HOUR;
                    case "m" -> number * MINUTE;
                    default -> number;
                });
    }
}
