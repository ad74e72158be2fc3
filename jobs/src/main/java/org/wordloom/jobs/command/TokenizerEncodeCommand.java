package org.wordloom.jobs.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wordloom.base.ExitCode;
import org.wordloom.base.Problems;
import org.wordloom.base.WordloomException;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.model.FileAccess;
import org.wordloom.jobs.model.Utf8Lines;
import org.wordloom.jobs.report.Json;
import org.wordloom.jobs.setting.CommonSettings;
import org.wordloom.jobs.setting.Setting;
import org.wordloom.jobs.setting.SettingGroup;
import org.wordloom.jobs.setting.SimpleGroup;
import org.wordloom.jobs.setting.TokenizerFileSettings;
import org.wordloom.tokenizer.Encoding;
import org.wordloom.tokenizer.TokenizerEncoder;

/** {@code wordloom tokenizer encode}: texts, or the lines of files, to pieces or ids, a line for each. */
final class TokenizerEncodeCommand implements Command {
    private final CommonSettings common = new CommonSettings(false);
    private final TokenizerFileSettings tokenizer = new TokenizerFileSettings();
    private final Setting<List<String>> operands = Setting.texts(
            "texts", "TEXT", "texts; - reads lines from the standard input", () -> List.of(), this::setTexts);
    private final SettingGroup encoding;
    private List<String> texts = List.of();
    private List<String> inputs = List.of();
    private Form form = Form.PIECES;
    private boolean specialTokens;

    /** What is printed of an encoding. */
    enum Form {
        /** Pieces with spaces between them. */
        PIECES,
        /** Ids with spaces between them. */
        IDS,
        /** A JSON object with ids, pieces and offsets. */
        JSON
    }

    TokenizerEncodeCommand() {
        encoding = new SimpleGroup(
                "Encoding",
                List.of(
                        Setting.texts(
                                "input",
                                "FILE",
                                "files whose lines are encoded, one after another",
                                () -> inputs,
                                value -> inputs = value),
                        Setting.choice("as", Form.class, "what is printed", () -> form, value -> form = value),
                        Setting.flag(
                                "special-tokens",
                                "add the special tokens that the tokenizer puts around a text",
                                () -> specialTokens,
                                value -> specialTokens = value)),
                this::check);
    }

    @Override
    public List<SettingGroup> groups() {
        return List.of(tokenizer, encoding);
    }

    @Override
    public CommonSettings common() {
        return common;
    }

    @Override
    public Optional<Setting<List<String>>> operands() {
        return Optional.of(operands);
    }

    @Override
    public List<String> examples() {
        return List.of(
                "",
                "Examples:",
                "  wordloom tokenizer encode --tokenizer my-tokenizer \"some text\"",
                "  wordloom tokenizer encode --tokenizer tokenizer.json --input text.txt --as ids > ids.txt");
    }

    @Override
    public void run(Console console) throws Exception {
        TokenizerEncoder encoder = tokenizer.read().newEncoder();
        for (String text : texts) {
            if (text.equals("-")) {
                encodeLines(System.in, "the standard input", encoder, console);
            } else {
                console.result(line(encoder.encode(text, specialTokens)));
            }
        }
        for (String input : inputs) {
            try (InputStream in = FileAccess.of(input).open()) {
                encodeLines(in, input, encoder, console);
            }
        }
    }

    private void encodeLines(InputStream in, String name, TokenizerEncoder encoder, Console console) {
        try {
            Utf8Lines lines = new Utf8Lines(in);
            for (Optional<String> text = lines.next(); text.isPresent(); text = lines.next()) {
                console.result(line(encoder.encode(text.get(), specialTokens)));
            }
            if (lines.malformedLines() > 0) {
                console.warn(lines.malformedLines() + " lines of " + name
                        + " have malformed UTF-8, which was encoded as U+FFFD");
            }
        } catch (IOException e) {
            throw new WordloomException(ExitCode.INPUT, "cannot read " + name + ": " + e.getMessage(), e);
        }
    }

    private String line(Encoding encoded) {
        return switch (form) {
            case PIECES -> String.join(" ", encoded.pieces());
            case IDS -> ids(encoded);
            case JSON -> json(encoded);
        };
    }

    private static String ids(Encoding encoded) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < encoded.size(); i++) {
            line.append(i == 0 ? "" : " ").append(encoded.id(i));
        }
        return line.toString();
    }

    private static String json(Encoding encoded) {
        List<List<Integer>> offsets = new ArrayList<>();
        for (int i = 0; i < encoded.size(); i++) {
            offsets.add(List.of(encoded.start(i), encoded.end(i)));
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("ids", encoded.ids());
        object.put("pieces", encoded.pieces());
        object.put("offsets", offsets);
        return Json.text(object);
    }

    private void setTexts(List<String> value) {
        texts = value;
    }

    private void check(Problems problems) {
        problems.require(
                !texts.isEmpty() || !inputs.isEmpty(),
                "no text: give some, or - to read lines from the standard input, or name files with --input");
    }
}
