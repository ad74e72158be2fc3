package org.wordloom.jobs.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.wordloom.base.Problems;

/** Sets options of a group as the command line does. */
final class SettingTester {
    private SettingTester() {}

    static Setting<?> find(SettingGroup group, String name) {
        return group.settings().stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Sets one option; the text must be understood. */
    static void set(SettingGroup group, String name, String... texts) {
        Problems problems = new Problems();
        find(group, name).assign(List.of(texts), "--" + name, problems);
        assertThat(problems.all()).isEmpty();
    }

    static List<String> problems(SettingGroup group) {
        Problems problems = new Problems();
        group.validate(problems);
        return problems.all();
    }

    static List<String> names(SettingGroup group) {
        return group.settings().stream().map(Setting::name).toList();
    }
}
