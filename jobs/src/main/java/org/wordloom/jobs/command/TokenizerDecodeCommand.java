package org.wordloom.jobs.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wordloom.base.ExitCode;
import org.wordloom.base.Problems;
import org.wordloom.base.WordloomException;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.model.FileAccess;
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
                        Setting.texts(
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
        List<String> lines = new ArrayList<>();
        if (!ids.isEmpty()) {
            lines.add(String.join(" ", ids));
        }
        for (String input : inputs) {
            FileAccess.of(input).text().lines().forEach(lines::add);
        }
        for (String line : lines) {
            console.result(read.decode(numbers(line), !specialTokens));
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
