package org.wordloom.jobs.setting;

import java.util.List;
import org.wordloom.base.Problems;
import org.wordloom.vocab.VocabularyOptions;

/** Which counted words a tokenizer learns from; they all lie in the driver's memory. */
public final class WordCountSettings implements SettingGroup {
    /** What fits into 4 GB with room for the trainer. */
    private static final long MOST_WORDS = 20_000_000;

    private final List<Setting<?>> settings;
    private long minCount = 1;
    private long maxWords = MOST_WORDS;

    public WordCountSettings() {
        settings = List.of(
                Setting.whole(
                        "min-count", "rarer words are not learned from", () -> minCount, value -> minCount = value),
                Setting.whole(
                        "max-words",
                        "learn from at most so many different words, the most frequent ones; 0: no limit",
                        () -> maxWords,
                        value -> maxWords = value));
    }

    public VocabularyOptions options() {
        return new VocabularyOptions(minCount, maxWords);
    }

    @Override
    public String title() {
        return "Words";
    }

    @Override
    public List<Setting<?>> settings() {
        return settings;
    }

    @Override
    public void validate(Problems problems) {
        problems.require(minCount >= 1, "--min-count is %d, expected at least 1", minCount);
        problems.require(maxWords >= 0, "--max-words is %d, expected 0 (no limit) or more", maxWords);
    }
}
