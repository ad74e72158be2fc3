package org.wordloom.jobs.setting;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.wordloom.base.ExitCode;
import org.wordloom.base.Problems;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.CorpusOptions;
import org.wordloom.jobs.model.FileAccess;
import org.wordloom.text.Normalization;
import org.wordloom.text.TokenizationOptions;
import org.wordloom.text.TokenizationOptions.Kind;

/** What the corpus is, and how its text becomes words. */
public final class CorpusSettings implements SettingGroup {
    private final List<Setting<?>> settings;
    private List<String> inputs = List.of();
    private CorpusOptions.Format format = CorpusOptions.of(List.of()).format();
    private String column = CorpusOptions.of(List.of()).column();
    private int maxSentenceLength = CorpusOptions.of(List.of()).maxSentenceLength();
    private double malformedLimit = CorpusOptions.of(List.of()).malformedLimit();
    private Kind tokenizer = TokenizationOptions.defaults().kind();
    private boolean lowercase = TokenizationOptions.defaults().lowercase();
    private Normalization normalization = TokenizationOptions.defaults().normalization();
    private String dictionary = "";
    private final BooleanSupplier needed;

    public CorpusSettings() {
        this(() -> true);
    }

    /** @param needed whether the command reads text at all, once everything was set: other sources take its place */
    public CorpusSettings(BooleanSupplier needed) {
        this.needed = needed;
        settings = List.of(
                Setting.texts(
                        "input",
                        "PATH",
                        "files, folders or globs on any Hadoop file system; plain, gz, bz2 or zst",
                        () -> inputs,
                        value -> inputs = value),
                Setting.choice(
                        "input-format",
                        CorpusOptions.Format.class,
                        "how files hold text; json: an object a line",
                        () -> format,
                        value -> format = value),
                Setting.text(
                        "column",
                        "NAME",
                        "the Parquet column or JSON field that holds the text",
                        () -> column,
                        value -> column = value),
                Setting.choice(
                        "tokenizer",
                        Kind.class,
                        "how text becomes words: at white space, by Unicode's rules, or with a word list",
                        () -> tokenizer,
                        value -> tokenizer = value),
                Setting.text(
                        "dictionary",
                        "FILE",
                        "the word list of the dictionary tokenizers: a word a line, or word TAB count",
                        () -> dictionary,
                        value -> dictionary = value),
                Setting.flag("lowercase", "lower-case the text", () -> lowercase, value -> lowercase = value),
                Setting.choice(
                        "normalize",
                        Normalization.class,
                        "Unicode normalisation form",
                        () -> normalization,
                        value -> normalization = value),
                Setting.integer(
                        "max-sentence-length",
                        "longer sentences are split after so many words",
                        () -> maxSentenceLength,
                        value -> maxSentenceLength = value),
                Setting.real(
                        "malformed-limit",
                        "largest tolerated share of bytes that are NUL or malformed UTF-8",
                        () -> malformedLimit,
                        value -> malformedLimit = value));
    }

    /** The options as they were set; reads the word list, and refuses one in a wrong form. Validate first. */
    public CorpusOptions options() {
        TokenizationOptions tokenization = new TokenizationOptions(tokenizer, lowercase, normalization, words());
        Problems problems = new Problems();
        tokenization.validate(problems);
        if (!problems.all().isEmpty()) {
            throw new WordloomException(
                    ExitCode.INPUT, "--dictionary " + dictionary + ": " + String.join("; ", problems.all()));
        }
        return withoutWords().withTokenization(tokenization);
    }

    private List<String> words() {
        return dictionary.isEmpty() ? List.of() : FileAccess.of(dictionary).lines();
    }

    /** All but the tokenization, whose word list is read late. */
    private CorpusOptions withoutWords() {
        return CorpusOptions.of(inputs)
                .withFormat(format, column)
                .withMaxSentenceLength(maxSentenceLength)
                .withMalformedLimit(malformedLimit);
    }

    @Override
    public String title() {
        return "Corpus";
    }

    @Override
    public List<Setting<?>> settings() {
        return settings;
    }

    @Override
    public void validate(Problems problems) {
        if (!needed.getAsBoolean()) {
            return;
        }
        boolean needsDictionary = tokenizer == Kind.DICTIONARY_LONGEST || tokenizer == Kind.DICTIONARY_SHORTEST_PATH;
        problems.require(
                !needsDictionary || !dictionary.isEmpty(),
                "--tokenizer %s needs a word list: name it with --dictionary FILE",
                Reading.nameOf(tokenizer));
        problems.require(
                needsDictionary || dictionary.isEmpty(),
                "--dictionary does not go with --tokenizer %s: only the dictionary tokenizers use a word list",
                Reading.nameOf(tokenizer));
        // The word list is not read yet; whether there is one was checked above.
        withoutWords().validate(problems);
    }
}
