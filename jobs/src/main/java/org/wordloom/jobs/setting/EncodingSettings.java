package org.wordloom.jobs.setting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.wordloom.base.Problems;
import org.wordloom.format.tokenizer.EncodingColumn;

/** What is told of an encoding. */
public final class EncodingSettings implements SettingGroup {
    private static final String JSON = "json";
    private static final List<String> NAMES = List.of("ids", "pieces", "offsets", JSON);

    private final List<Setting<?>> settings;
    private String as = "pieces";
    private boolean specialTokens;

    public EncodingSettings() {
        settings = List.of(
                new Setting<>(
                        "as",
                        Setting.Arity.ONE,
                        String.join("|", NAMES),
                        "what is told of each text; several with commas between them, json: all",
                        EncodingSettings::read,
                        () -> as,
                        value -> as = value),
                Setting.flag(
                        "special-tokens",
                        "add the special tokens that the tokenizer puts around a text",
                        () -> specialTokens,
                        value -> specialTokens = value));
    }

    /** In the order in which they were named. */
    public List<EncodingColumn> columns() {
        if (as.equals(JSON)) {
            return List.of(EncodingColumn.values());
        }
        return Arrays.stream(as.split(","))
                .map(name -> EncodingColumn.valueOf(name.toUpperCase(Locale.ROOT)))
                .toList();
    }

    public boolean specialTokens() {
        return specialTokens;
    }

    private static String read(List<String> texts) {
        String text = Reading.text().read(texts).toLowerCase(Locale.ROOT);
        if (text.equals(JSON)) {
            return text;
        }
        List<String> seen = new ArrayList<>();
        for (String name : text.split(",", -1)) {
            if (!NAMES.contains(name) || name.equals(JSON)) {
                throw new IllegalArgumentException("none of " + String.join(", ", NAMES)
                        + ", nor some of the first three with commas between them"
                        + NearestName.suggestion(name, NAMES));
            }
            if (seen.contains(name)) {
                throw new IllegalArgumentException("not one of each: " + name + " stands there twice");
            }
            seen.add(name);
        }
        return text;
    }

    @Override
    public String title() {
        return "Encoding";
    }

    @Override
    public List<Setting<?>> settings() {
        return settings;
    }

    @Override
    public void validate(Problems problems) {
        // Whatever could be read makes sense.
    }
}
