package org.wordloom.jobs.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.wordloom.jobs.Version;
import org.wordloom.jobs.setting.SettingGroup;

/** What a model says of its making: command, version and options. */
public final class Provenance {
    /**
     * Where files go, and what changes the time that training takes but not its result: the same vectors should make the
     * same model file, wherever they were trained.
     */
    private static final Set<String> WITHOUT_EFFECT =
            Set.of("output", "overwrite", "format", "memory", "checkpoint-interval", "resume");

    private Provenance() {}

    /** Command, version and options. */
    public static Map<String, String> of(String command, List<SettingGroup> groups) {
        Map<String, String> provenance = new TreeMap<>();
        RunRecord.options(groups).forEach((option, value) -> provenance.put(key(option), String.valueOf(value)));
        WITHOUT_EFFECT.forEach(option -> provenance.remove(key(option)));
        provenance.put("wordloom", Version.current());
        provenance.put("command", command);
        RunRecord.tokenizer(groups).ifPresent(tokenizer -> provenance.put("tokenizer", tokenizer.sha256()));
        return provenance;
    }

    static String key(String option) {
        return "option." + option;
    }
}
