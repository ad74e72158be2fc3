package org.wordloom.jobs.setting;

import java.util.ArrayList;
import java.util.List;
import org.wordloom.base.Problems;
import org.wordloom.base.ThreadLimit;
import org.wordloom.tokenizer.training.SubwordOptions;
import org.wordloom.tokenizer.training.SubwordOptions.Kind;
import org.wordloom.tokenizer.training.TextNormalization;
import org.wordloom.tokenizer.training.TextOptions;
import org.wordloom.tokenizer.training.WordSplitting;
import org.wordloom.tokenizer.wordpiece.WordPieceTrainerOptions.Criterion;

/** What a tokenizer does to text, and which pieces it learns. */
public final class TokenizerSettings implements SettingGroup {
    private final Kind kind;
    private final List<Setting<?>> settings = new ArrayList<>();
    private TextNormalization normalization;
    private boolean lowercase;
    private boolean stripAccents;
    private WordSplitting splitting;
    private int longestWord;
    private int vocabularySize;
    private long minFrequency;
    private int maxPieceLength;
    private int alphabetLimit;
    private double characterCoverage;
    private List<String> specialTokens;
    private boolean byteFallback;
    private Criterion criterion;
    private int threads;

    public TokenizerSettings(Kind kind) {
        this.kind = kind;
        TextOptions text = kind.text();
        normalization = text.normalization();
        lowercase = text.lowercase();
        stripAccents = text.stripAccents();
        splitting = text.splitting();
        longestWord = text.longestWord();
        SubwordOptions model = kind.defaults();
        vocabularySize = model.vocabularySize();
        minFrequency = model.minFrequency();
        maxPieceLength = model.maxPieceLength();
        alphabetLimit = model.alphabetLimit();
        characterCoverage = model.characterCoverage();
        byteFallback = model.byteFallback();
        criterion = model.criterion();
        addText();
        addModel();
    }

    private void addText() {
        settings.add(Setting.choice(
                "normalize",
                TextNormalization.class,
                "what is done to text first; nmt-nfkc is SentencePiece's",
                () -> normalization,
                value -> normalization = value));
        settings.add(Setting.flag("lowercase", "lower-case the text", () -> lowercase, value -> lowercase = value));
        settings.add(
                Setting.flag("strip-accents", "leave accents out", () -> stripAccents, value -> stripAccents = value));
        settings.add(Setting.choice(
                "split",
                WordSplitting.class,
                "how text becomes the words that no piece reaches across",
                () -> splitting,
                value -> splitting = value));
        settings.add(Setting.integer(
                "longest-word",
                "longer words are cut where words are counted",
                () -> longestWord,
                value -> longestWord = value));
    }

    private void addModel() {
        settings.add(Setting.integer(
                "vocab-size",
                "how many pieces, special tokens and characters counted too",
                () -> vocabularySize,
                value -> vocabularySize = value));
        settings.add(Setting.integer(
                "max-piece-length",
                "how many characters a piece may have; 0: any number, for unigram 16",
                () -> maxPieceLength,
                value -> maxPieceLength = value));
        settings.add(Setting.texts(
                "special-tokens",
                "TOKEN",
                "tokens that no text has, with the first ids",
                () -> specialTokens,
                value -> specialTokens = value));
        if (kind == Kind.UNIGRAM) {
            settings.add(Setting.real(
                    "character-coverage",
                    "the share of the text's characters that get pieces of their own",
                    () -> characterCoverage,
                    value -> characterCoverage = value));
        } else {
            settings.add(Setting.whole(
                    "min-frequency",
                    "pairs that occur less often are not merged",
                    () -> minFrequency,
                    value -> minFrequency = value));
            settings.add(Setting.integer(
                    "alphabet-limit",
                    "how many characters get pieces of their own, the most frequent ones; 0: all",
                    () -> alphabetLimit,
                    value -> alphabetLimit = value));
        }
        if (kind == Kind.WORDPIECE) {
            settings.add(Setting.choice(
                    "criterion",
                    Criterion.class,
                    "which pair is merged next: the likeliest, or the most frequent as HuggingFace's",
                    () -> criterion,
                    value -> criterion = value));
        } else {
            settings.add(Setting.flag(
                    "byte-fallback",
                    "unknown characters become pieces for their bytes",
                    () -> byteFallback,
                    value -> byteFallback = value));
        }
        settings.add(Setting.integer(
                "threads",
                "threads that learn; 0: as many as cores. The pieces do not depend on it",
                () -> threads,
                value -> threads = value));
    }

    /** What happens to text. */
    public TextOptions text() {
        return new TextOptions(normalization, lowercase, stripAccents, splitting, longestWord);
    }

    /** What is learned. */
    public SubwordOptions model() {
        return new SubwordOptions(
                kind,
                vocabularySize,
                minFrequency,
                maxPieceLength,
                alphabetLimit,
                characterCoverage,
                specialTokens,
                byteFallback,
                criterion,
                ThreadLimit.orAllCores(threads));
    }

    @Override
    public String title() {
        return "Tokenizer";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.copyOf(settings);
    }

    @Override
    public void validate(Problems problems) {
        text().validate(problems);
        model().validate(splitting, problems);
    }
}
