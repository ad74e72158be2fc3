package org.wordloom.jobs.setting;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wordloom.base.Problems;
import org.wordloom.jobs.model.TokenizerCopy;

/** The counts of an earlier run, for commands that count text otherwise. */
public final class CountsFolderSettings implements SettingGroup {
    private static final String NAME = "cooccurrence";

    private final List<Setting<?>> settings;
    private String folder = "";

    /** @param verb what the command does with counts: "train on" */
    public CountsFolderSettings(String verb) {
        settings = List.of(Setting.path(
                NAME,
                "DIR",
                verb + " the counts of wordloom cooccur instead of counting --input",
                () -> folder,
                value -> folder = value));
    }

    /** The folder of the counts; empty to count the text. */
    public String folder() {
        return folder;
    }

    public boolean given() {
        return !folder.isEmpty();
    }

    /** Everything about text and counting was decided when the counts were made. */
    public void refuseBoth(List<? extends SettingGroup> text, Set<String> allowed, Problems problems) {
        if (given()) {
            Contradictions.refuse(NAME, text, allowed, "the counts were made before", problems);
        }
    }

    @Override
    public Optional<TokenizerIdentity> tokenizer() {
        return given() ? TokenizerCopy.read(folder).map(TokenizerIdentity::of) : Optional.empty();
    }

    @Override
    public String title() {
        return "Counts";
    }

    @Override
    public List<Setting<?>> settings() {
        return settings;
    }

    /** Any folder may be named; whether counts are in it shows when it is opened. */
    @Override
    public void validate(Problems problems) {}
}
