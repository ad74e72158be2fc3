package org.wordloom.jobs.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.wordloom.base.ExitCode;
import org.wordloom.base.Problems;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.input.Compression;
import org.wordloom.cluster.tokenizer.TokenizeOptions;
import org.wordloom.format.tokenizer.EncodingLine;
import org.wordloom.format.tokenizer.EncodingStream;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.model.FileAccess;
import org.wordloom.jobs.model.Utf8Lines;
import org.wordloom.jobs.setting.ByteSize;
import org.wordloom.jobs.setting.CommonSettings;
import org.wordloom.jobs.setting.EncodingSettings;
import org.wordloom.jobs.setting.Setting;
import org.wordloom.jobs.setting.SettingGroup;
import org.wordloom.jobs.setting.SimpleGroup;
import org.wordloom.jobs.setting.TextInputSettings;
import org.wordloom.jobs.setting.TokenizerFileSettings;
import org.wordloom.tokenizer.Tokenizer;
import org.wordloom.tokenizer.TokenizerEncoder;

/**
 * {@code wordloom tokenizer encode}: texts, or the lines of files, to pieces or ids. Without an output folder it prints
 * a line for each, in a plain JVM; with one it is a Spark application, see {@link TokenizerEncodeRun}.
 */
final class TokenizerEncodeCommand implements Command {
    private final CommonSettings common = new CommonSettings(false);
    private final TokenizerFileSettings tokenizer = new TokenizerFileSettings();
    private final TextInputSettings input = new TextInputSettings(false);
    private final EncodingSettings encoding = new EncodingSettings();
    private final Setting<List<String>> operands = Setting.texts(
            "texts", "TEXT", "texts; - reads lines from the standard input", () -> List.of(), this::setTexts);
    private final SettingGroup output;
    private List<String> texts = List.of();
    private String folder = "";
    private boolean overwrite;
    private TokenizeOptions.Format format = TokenizeOptions.Format.PARQUET;
    private long longestText = TokenizeOptions.LONGEST_TEXT;

    TokenizerEncodeCommand() {
        output = new SimpleGroup(
                "Output",
                List.of(
                        Setting.path(
                                "output",
                                "DIR",
                                "folder to make, by Spark; else everything is printed",
                                () -> folder,
                                value -> folder = value),
                        Setting.flag(
                                "overwrite",
                                "replace an earlier output of Wordloom",
                                () -> overwrite,
                                value -> overwrite = value),
                        Setting.choice(
                                "format",
                                TokenizeOptions.Format.class,
                                "format of the files in the folder",
                                () -> format,
                                value -> format = value),
                        ByteSize.setting(
                                "longest-text",
                                "longer texts have an empty row in the folder; a size, as 512k or 16m; a byte takes a hundred of"
                                        + " memory",
                                () -> longestText,
                                value -> longestText = value)),
                this::check);
    }

    @Override
    public List<SettingGroup> groups() {
        SettingGroup checkedInput = new SimpleGroup(input.title(), input.settings(), this::checkInput);
        return List.of(tokenizer, checkedInput, encoding, output);
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
                "  wordloom tokenizer encode --tokenizer tokenizer.json --input text.txt --as ids > ids.txt",
                "  wordloom tokenizer encode --tokenizer my-tokenizer --input 'text/*.gz' --as ids --output ids");
    }

    @Override
    public void run(Console console) throws Exception {
        if (!folder.isEmpty()) {
            new TokenizerEncodeRun(groups(), tokenizer, input).run(folder, overwrite, options(), console);
            return;
        }
        Consumer<String> encoder = encoder(tokenizer.read(), console);
        for (String text : texts) {
            if (text.equals("-")) {
                encodeLines(System.in, "the standard input", encoder, console);
            } else {
                encoder.accept(text);
            }
        }
        for (String path : input.inputs()) {
            requirePlain(path);
            try (InputStream in = FileAccess.of(path).open()) {
                encodeLines(in, path, encoder, console);
            }
        }
    }

    /** Prints the line of a text; while it is encoded, where the whole of the encoding is not needed. */
    private Consumer<String> encoder(Tokenizer read, Console console) {
        EncodingLine line = new EncodingLine(encoding.columns());
        if (EncodingStream.canWrite(read, line, encoding.specialTokens())) {
            EncodingStream stream = EncodingStream.of(read, line);
            return text -> {
                stream.write(text, console::part);
                console.result("");
            };
        }
        TokenizerEncoder encoder = read.newEncoder();
        return text -> console.result(line.of(encoder.encode(text, encoding.specialTokens())));
    }

    /** Only Spark reads what is no plain file. */
    private static void requirePlain(String path) {
        String kind = Compression.of(path) != Compression.NONE ? "is compressed" : kind(FileAccess.of(path), path);
        if (!kind.isEmpty()) {
            throw new WordloomException(
                    ExitCode.USAGE, path + " " + kind + ": encode it into a folder, which --output names");
        }
    }

    private static String kind(FileAccess file, String path) {
        if (file.exists()) {
            return file.isDirectory() ? "is a folder" : "";
        }
        return path.matches(".*[*?\\[{].*") ? "is a glob" : "";
    }

    private static void encodeLines(InputStream in, String name, Consumer<String> encoder, Console console) {
        long number = 1;
        long firstMalformed = 0;
        Utf8Lines lines = new Utf8Lines(in);
        try {
            for (Optional<String> text = lines.next(); text.isPresent(); text = lines.next()) {
                firstMalformed = firstMalformed == 0 && lines.isMalformed() ? number : firstMalformed;
                encoder.accept(text.get());
                number++;
            }
        } catch (IOException e) {
            throw new WordloomException(
                    ExitCode.INPUT, "cannot read " + name + " at line " + number + ": " + e.getMessage(), e);
        }
        if (lines.malformedLines() > 0) {
            console.warn(lines.malformedLines() + " lines of " + name
                    + " have malformed UTF-8, which was encoded as U+FFFD; the first is line " + firstMalformed);
        }
    }

    private TokenizeOptions options() {
        return new TokenizeOptions(encoding.columns(), format, encoding.specialTokens(), longestText);
    }

    private void setTexts(List<String> value) {
        texts = value;
    }

    private void checkInput(Problems problems) {
        if (!folder.isEmpty()) {
            input.validate(problems);
            problems.require(texts.isEmpty(), "--output takes no texts but files: name them with --input");
            return;
        }
        problems.require(
                !texts.isEmpty() || !input.inputs().isEmpty(),
                "no text: give some, or - to read lines from the standard input, or name files with --input");
        for (String name : List.of("input-format", "column", "malformed-limit")) {
            requireFolder(input, name, problems);
        }
    }

    private void check(Problems problems) {
        if (folder.isEmpty()) {
            requireFolder(output, "overwrite", problems);
            requireFolder(output, "format", problems);
            requireFolder(output, "longest-text", problems);
        }
        options().validate(problems);
    }

    private static void requireFolder(SettingGroup group, String name, Problems problems) {
        problems.require(!group.isExplicit(name), "--%s is for encoding into a folder: name one with --output", name);
    }
}
