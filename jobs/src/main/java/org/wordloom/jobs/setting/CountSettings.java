package org.wordloom.jobs.setting;

import java.util.List;
import java.util.Optional;
import org.wordloom.base.Problems;
import org.wordloom.jobs.model.TokenizerCopy;

/** Training on counted pairs instead of text. */
public final class CountSettings implements SettingGroup {
    private final List<Setting<?>> settings;
    private String folder = "";

    public CountSettings() {
        settings = List.of(Setting.path(
                "from-cooccurrence",
                "DIR",
                "train on the counts of wordloom cooccur --weighting linear, by strata, instead of --input",
                () -> folder,
                value -> folder = value));
    }

    /** The folder of the counts; empty to train on text. */
    public String folder() {
        return folder;
    }

    public boolean given() {
        return !folder.isEmpty();
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

    @Override
    public void validate(Problems problems) {
        // Any folder may be named; opening it tells.
    }
}
