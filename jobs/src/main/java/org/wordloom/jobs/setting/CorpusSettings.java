package org.wordloom.jobs.setting;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.wordloom.base.ExitCode;
import org.wordloom.base.Problems;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.corpus.CorpusOptions;
import org.wordloom.format.tokenizer.PieceTokenization;
import org.wordloom.jobs.model.FileAccess;
import org.wordloom.jobs.model.TokenizerFiles;
import org.wordloom.jobs.model.TokenizerSource;
import org.wordloom.text.Normalization;
import org.wordloom.text.Tokenization;
import org.wordloom.text.TokenizationOptions;
import org.wordloom.text.TokenizationOptions.Kind;

/** What the corpus is, and how its text becomes words. */
public final class CorpusSettings implements SettingGroup {
    private static final List<String> KINDS = Reading.namesOf(Kind.class);

    private final List<Setting<?>> settings;
    private List<String> inputs = List.of();
    private CorpusOptions.Format format = CorpusOptions.of(List.of()).format();
    private String column = CorpusOptions.of(List.of()).column();
    private int maxSentenceLength = CorpusOptions.of(List.of()).maxSentenceLength();
    private double malformedLimit = CorpusOptions.of(List.of()).malformedLimit();
    /** The name of a kind, or a path. */
    private String tokenizer = Reading.nameOf(TokenizationOptions.defaults().kind());

    private Tokenization tokenization;
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
                Setting.paths(
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
                Setting.path(
                        "tokenizer",
                        String.join("|", KINDS) + "|FILE",
                        "how text becomes words: at white space, by Unicode's rules, with a word list, or as the pieces"
                                + " of a tokenizer, whose file or folder is named",
                        () -> tokenizer,
                        value -> tokenizer = value),
                Setting.path(
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

    /**
     * The options as they were set; reads the tokenizer's file or the word list, and refuses one in a wrong form. Validate
     * first.
     */
    public CorpusOptions options() {
        if (tokenization == null) {
            tokenization = kind().map(this::words).orElseGet(this::pieces);
        }
        return withoutTokenization().withTokenization(tokenization);
    }

    /** What cuts text into words of its own, not into pieces. */
    private Optional<Kind> kind() {
        int index = KINDS.indexOf(tokenizer.toLowerCase(Locale.ROOT));
        return index < 0 ? Optional.empty() : Optional.of(Kind.values()[index]);
    }

    private Tokenization words(Kind kind) {
        TokenizationOptions words = new TokenizationOptions(kind, lowercase, normalization, wordList());
        requireValid(words, "--dictionary " + dictionary);
        return words;
    }

    private Tokenization pieces() {
        PieceTokenization pieces = PieceTokenization.of(TokenizerFiles.portable(tokenizer));
        requireValid(pieces, "--tokenizer " + tokenizer);
        return pieces;
    }

    private static void requireValid(Tokenization tokenization, String what) {
        Problems problems = new Problems();
        tokenization.validate(problems);
        if (!problems.all().isEmpty()) {
            throw new WordloomException(ExitCode.INPUT, what + ": " + String.join("; ", problems.all()));
        }
    }

    /** The tokenizer, once {@link #options} read it. */
    @Override
    public Optional<TokenizerIdentity> tokenizer() {
        return tokenization instanceof PieceTokenization pieces
                ? Optional.of(TokenizerIdentity.of(pieces))
                : Optional.empty();
    }

    private List<String> wordList() {
        return dictionary.isEmpty() ? List.of() : FileAccess.of(dictionary).lines();
    }

    /** All but the tokenization, whose file is read late. */
    private CorpusOptions withoutTokenization() {
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
        kind().ifPresentOrElse(kind -> validateWords(kind, problems), () -> validatePieces(problems));
        // Files are not read yet; whether one is named was checked above.
        withoutTokenization().validate(problems);
    }

    private void validateWords(Kind kind, Problems problems) {
        boolean needsDictionary = kind == Kind.DICTIONARY_LONGEST || kind == Kind.DICTIONARY_SHORTEST_PATH;
        problems.require(
                !needsDictionary || !dictionary.isEmpty(),
                "--tokenizer %s needs a word list: name it with --dictionary FILE",
                Reading.nameOf(kind));
        problems.require(
                needsDictionary || dictionary.isEmpty(),
                "--dictionary does not go with --tokenizer %s: only the dictionary tokenizers use a word list",
                Reading.nameOf(kind));
    }

    private void validatePieces(Problems problems) {
        // What looks like a path is one: reading it says what is wrong with it.
        problems.require(
                tokenizer.matches(".*[./\\\\].*")
                        || TokenizerSource.namesFormat(tokenizer)
                        || FileAccess.of(tokenizer).exists(),
                "--tokenizer '%s' is no file or folder of a tokenizer, and none of %s%s",
                tokenizer,
                String.join(", ", KINDS),
                NearestName.suggestion(tokenizer, KINDS));
        for (String option : List.of("dictionary", "lowercase", "normalize")) {
            problems.require(
                    !isExplicit(option),
                    "--tokenizer %s and --%s contradict each other: what happens to text is said in the tokenizer's file",
                    tokenizer,
                    option);
        }
    }
}
