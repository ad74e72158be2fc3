package org.wordloom.jobs.command;

import java.util.List;
import java.util.Optional;
import org.wordloom.base.Problems;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.setting.CommonSettings;
import org.wordloom.jobs.setting.Setting;
import org.wordloom.jobs.setting.SettingGroup;

/** One command: its options, and what it does. An object serves one run. */
public interface Command {
    /** The command's own options, in the order of the help text. */
    List<SettingGroup> groups();

    /** The options that every command has. */
    CommonSettings common();

    /** What the command takes beside options. */
    default Optional<Setting<List<String>>> operands() {
        return Optional.empty();
    }

    /** Adds contradictions between groups, after every group was validated. */
    default void validate(Problems problems) {}

    /** Lines for the end of the help text. */
    default List<String> examples() {
        return List.of();
    }

    /** Does it. */
    void run(Console console) throws Exception;
}
