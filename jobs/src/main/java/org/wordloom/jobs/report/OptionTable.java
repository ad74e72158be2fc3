package org.wordloom.jobs.report;

import java.util.List;
import org.wordloom.jobs.setting.Setting;
import org.wordloom.jobs.setting.SettingGroup;

/** A group of options as rows of name, value and meaning. */
final class OptionTable {
    private OptionTable() {}

    static List<String[]> rows(SettingGroup group) {
        return group.settings().stream().map(OptionTable::row).toList();
    }

    private static String[] row(Setting<?> setting) {
        String text = setting.text();
        return new String[] {"--" + setting.name(), text.isEmpty() ? "–" : text, setting.help()};
    }
}
