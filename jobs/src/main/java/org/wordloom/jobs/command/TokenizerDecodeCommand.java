package org.wordloom.jobs.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.wordloom.base.ExitCode;
import org.wordloom.base.Problems;
import org.wordloom.base.WordloomException;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.model.FileAccess;
import org.wordloom.jobs.model.Utf8Lines;
import org.wordloom.jobs.setting.CommonSettings;
import org.wordloom.jobs.setting.Setting;
import org.wordloom.jobs.setting.SettingGroup;
import org.wordloom.jobs.setting.SimpleGroup;
import org.wordloom.jobs.setting.TokenizerFileSettings;
import org.wordloom.tokenizer.Tokenizer;

/** {@code wordloom tokenizer decode}: ids to text, a line for a line. */
final class TokenizerDecodeCommand implements Command {
    private final CommonSettings common = new CommonSettings(false);
    private final TokenizerFileSettings tokenizer = new TokenizerFileSettings();
    private final Setting<List<String>> operands =
            Setting.texts("ids", "ID", "ids of one text", () -> List.of(), this::setIds);
    private final SettingGroup decoding;
    private List<String> ids = List.of();
    private List<String> inputs = List.of();
    private boolean specialTokens;

    TokenizerDecodeCommand() {
        decoding = new SimpleGroup(
                "Decoding",
                List.of(
                        Setting.paths(
                                "input",
                                "FILE",
                                "files with the ids of a text in each line",
                                () -> inputs,
                                value -> inputs = value),
                        Setting.flag(
                                "special-tokens",
                                "print special tokens too",
                                () -> specialTokens,
                                value -> specialTokens = value)),
                this::check);
    }

    @Override
    public List<SettingGroup> groups() {
        return List.of(tokenizer, decoding);
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
    public void run(Console console) {
        Tokenizer read = tokenizer.read();
        if (!ids.isEmpty()) {
            console.result(decode(read, String.join(" ", ids), ""));
        }
        for (String input : inputs) {
            decodeLines(read, input, console);
        }
    }

    /** Holds a line at a time: files of ids are as long as texts. */
    private void decodeLines(Tokenizer read, String input, Console console) {
        long number = 1;
        try (InputStream in = FileAccess.of(input).open()) {
            Utf8Lines lines = new Utf8Lines(in);
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                console.result(decode(read, line.get(), input + ", line " + number + ": "));
                number++;
            }
        } catch (IOException e) {
            throw new WordloomException(
                    ExitCode.INPUT, "cannot read " + input + " at line " + number + ": " + e.getMessage(), e);
        }
    }

    /** @param place begins the message of an error */
    private String decode(Tokenizer read, String line, String place) {
        try {
            return read.decode(numbers(line), !specialTokens);
        } catch (WordloomException e) {
            throw new WordloomException(e.exitCode(), place + e.getMessage(), e);
        }
    }

    private static int[] numbers(String line) {
        String stripped = line.strip();
        if (stripped.isEmpty()) {
            return new int[0];
        }
        String[] words = stripped.split("\\s+");
        int[] numbers = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            try {
                numbers[i] = Integer.parseInt(words[i]);
            } catch (NumberFormatException e) {
                throw new WordloomException(
                        ExitCode.INPUT, "'" + words[i] + "' is not an id; expected whole numbers", e);
            }
        }
        return numbers;
    }

    private void setIds(List<String> value) {
        ids = value;
    }

    private void check(Problems problems) {
        problems.require(!ids.isEmpty() || !inputs.isEmpty(), "no ids: give some, or name files with --input");
    }
}
