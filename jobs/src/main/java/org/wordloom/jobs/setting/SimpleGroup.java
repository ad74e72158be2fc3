package org.wordloom.jobs.setting;

import java.util.List;
import java.util.function.Consumer;
import org.wordloom.base.Problems;

/**
 * Options that only one command has.
 *
 * @param title for headings
 * @param settings in the order of the help text
 * @param check adds what is out of range
 */
public record SimpleGroup(String title, List<Setting<?>> settings, Consumer<Problems> check) implements SettingGroup {
    public SimpleGroup {
        settings = List.copyOf(settings);
    }

    @Override
    public void validate(Problems problems) {
        check.accept(problems);
    }
}
