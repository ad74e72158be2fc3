package org.wordloom.jobs.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wordloom.jobs.Version;
import org.wordloom.jobs.setting.SettingGroup;

/** What a model says of its making: command, version and options. */
public final class Provenance {
    private Provenance() {}

    public static Map<String, String> of(String command, List<SettingGroup> groups) {
        Map<String, String> provenance = new TreeMap<>();
        RunRecord.options(groups).forEach((option, value) -> provenance.put(key(option), String.valueOf(value)));
        provenance.put("wordloom", Version.current());
        provenance.put("command", command);
        return provenance;
    }

    static String key(String option) {
        return "option." + option;
    }
}
