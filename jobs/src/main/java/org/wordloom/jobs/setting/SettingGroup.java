package org.wordloom.jobs.setting;

import java.util.List;
import java.util.Optional;
import org.wordloom.base.Problems;

/** Options that belong together: a section of the help text, a table of the report. */
public interface SettingGroup {
    /** A word or two, for headings. */
    String title();

    /** The options in the order of the help text; always the same objects. */
    List<Setting<?>> settings();

    /** Adds what is out of range or contradictory, after everything was set. */
    void validate(Problems problems);

    /** The tokenizer whose pieces are the words of what the settings name, once that was read. */
    default Optional<TokenizerIdentity> tokenizer() {
        return Optional.empty();
    }

    /** Whether the user set the option of this name. */
    default boolean isExplicit(String name) {
        return settings().stream().anyMatch(setting -> setting.name().equals(name) && setting.isExplicit());
    }
}
