package org.wordloom.jobs.setting;

import java.util.List;
import org.wordloom.base.Problems;
import org.wordloom.cluster.corpus.CorpusOptions;
import org.wordloom.text.Tokenization;

/** Text as it is in files, whatever is then made of it. */
public final class TextInputSettings implements SettingGroup {
    private final List<Setting<?>> settings;
    private final boolean table;
    private List<String> inputs = List.of();
    private CorpusOptions.Format format = CorpusOptions.of(List.of()).format();
    private String column = CorpusOptions.of(List.of()).column();
    private double malformedLimit = CorpusOptions.of(List.of()).malformedLimit();
    private String counts = "";

    /** @param table whether a table of words and counts may take the text's place */
    public TextInputSettings(boolean table) {
        this.table = table;
        Setting<List<String>> input = Setting.paths(
                "input",
                "PATH",
                "files, folders or globs on any Hadoop file system; plain, gz, bz2 or zst",
                () -> inputs,
                value -> inputs = value);
        Setting<CorpusOptions.Format> inputFormat = Setting.choice(
                "input-format",
                CorpusOptions.Format.class,
                "how files hold text; json: an object a line",
                () -> format,
                value -> format = value);
        Setting<String> inputColumn = Setting.text(
                "column",
                "NAME",
                "the Parquet column or JSON field that holds the text",
                () -> column,
                value -> column = value);
        Setting<Double> limit = Setting.real(
                "malformed-limit",
                "largest tolerated share of bytes that are NUL or malformed UTF-8",
                () -> malformedLimit,
                value -> malformedLimit = value);
        Setting<String> words = Setting.path(
                "counts",
                "FILE",
                "instead of text, a table of words and how often they occur: word TAB count",
                () -> counts,
                value -> counts = value);
        settings = table
                ? List.of(input, inputFormat, inputColumn, limit, words)
                : List.of(input, inputFormat, inputColumn, limit);
    }

    /** The corpus, with {@code tokenization} for its text; validate first. */
    public CorpusOptions options(Tokenization tokenization) {
        return CorpusOptions.of(inputs)
                .withFormat(format, column)
                .withMalformedLimit(malformedLimit)
                .withTokenization(tokenization);
    }

    /** Text files or others. */
    public CorpusOptions.Format format() {
        return format;
    }

    public List<String> inputs() {
        return inputs;
    }

    /** The table of words and counts, or an empty text. */
    public String counts() {
        return counts;
    }

    @Override
    public String title() {
        return "Text";
    }

    @Override
    public List<Setting<?>> settings() {
        return settings;
    }

    @Override
    public void validate(Problems problems) {
        if (counts.isEmpty()) {
            CorpusOptions.of(inputs)
                    .withFormat(format, column)
                    .withMalformedLimit(malformedLimit)
                    .validate(problems);
        } else {
            problems.require(
                    !table || inputs.isEmpty(),
                    "--counts and --input contradict each other: words come from one of them");
        }
    }
}
