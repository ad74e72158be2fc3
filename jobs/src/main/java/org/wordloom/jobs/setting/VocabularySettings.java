package org.wordloom.jobs.setting;

import java.util.ArrayList;
import java.util.List;
import org.wordloom.base.Problems;
import org.wordloom.vocab.VocabularyOptions;

/** Which words are kept. */
public final class VocabularySettings implements SettingGroup {
    private final List<Setting<?>> settings = new ArrayList<>();
    private long minCount = VocabularyOptions.defaults().minCount();
    private long maxSize = VocabularyOptions.defaults().maxSize();
    private String folder = "";

    /** @param reusable whether {@code --vocab} may name an earlier vocabulary */
    public VocabularySettings(boolean reusable) {
        settings.add(Setting.whole("min-count", "rarer words are left out", () -> minCount, value -> minCount = value));
        settings.add(Setting.whole(
                "max-size",
                "keep at most so many words, the most frequent ones; 0: no limit",
                () -> maxSize,
                value -> maxSize = value));
        if (reusable) {
            settings.add(Setting.path(
                    "vocab",
                    "DIR",
                    "reuse the vocabulary of an earlier output instead of counting",
                    () -> folder,
                    value -> folder = value));
        }
    }

    public VocabularyOptions options() {
        return new VocabularyOptions(minCount, maxSize);
    }

    /** The folder whose vocabulary is reused, or an empty text. */
    public String folder() {
        return folder;
    }

    @Override
    public String title() {
        return "Vocabulary";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.copyOf(settings);
    }

    @Override
    public void validate(Problems problems) {
        options().validate(problems);
        for (String name : List.of("min-count", "max-size")) {
            problems.require(
                    folder.isEmpty() || !isExplicit(name),
                    "--vocab and --%s contradict each other: a vocabulary that is reused stays as it is",
                    name);
        }
    }
}
