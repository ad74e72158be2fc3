package org.wordloom.jobs.setting;

import java.util.List;
import org.wordloom.base.Problems;

/** Counts that Stanford's programs made, instead of text. */
public final class GloveFileSettings implements SettingGroup {
    private final List<Setting<?>> settings;
    private String counts = "";
    private String words = "";

    public GloveFileSettings() {
        settings = List.of(
                Setting.path(
                        "from-glove",
                        "FILE",
                        "cooccurrence.bin of Stanford's cooccur or shuffle, instead of text; say how it was counted",
                        () -> counts,
                        value -> counts = value),
                Setting.path(
                        "glove-vocab",
                        "FILE",
                        "the vocab.txt that it was counted with",
                        () -> words,
                        value -> words = value));
    }

    /** Whether counts are read, and no text. */
    public boolean isNamed() {
        return !counts.isEmpty();
    }

    /** The file of counts. */
    public String counts() {
        return counts;
    }

    /** The file of words. */
    public String words() {
        return words;
    }

    @Override
    public String title() {
        return "GloVe's files";
    }

    @Override
    public List<Setting<?>> settings() {
        return settings;
    }

    @Override
    public void validate(Problems problems) {
        problems.require(
                counts.isEmpty() || !words.isEmpty() || isExplicit("glove-vocab"),
                "--glove-vocab is missing: name the vocab.txt that %s was counted with",
                counts);
        problems.require(words.isEmpty() || !counts.isEmpty(), "--glove-vocab goes with --from-glove only");
    }
}
