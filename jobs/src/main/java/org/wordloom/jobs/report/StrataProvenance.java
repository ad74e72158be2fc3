package org.wordloom.jobs.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.wordloom.jobs.Version;
import org.wordloom.jobs.setting.SettingGroup;

/** What a model that strata trained says of its making. */
public final class StrataProvenance {
    /** Where files go, and what changes the time that training takes but not its result. */
    private static final Set<String> WITHOUT_EFFECT =
            Set.of("output", "overwrite", "format", "memory", "checkpoint-interval", "resume");

    private StrataProvenance() {}

    /**
     * Command, version and options.
     *
     * @param exact whether the number of threads has no effect: the same vectors should make the same model file,
     *     wherever and with however many threads they were trained
     */
    public static Map<String, String> of(String command, List<SettingGroup> groups, boolean exact) {
        Map<String, String> provenance = new TreeMap<>();
        RunRecord.options(groups).forEach((option, value) -> {
            if (!WITHOUT_EFFECT.contains(option) && !(exact && option.equals("threads"))) {
                provenance.put("option." + option, String.valueOf(value));
            }
        });
        provenance.put("wordloom", Version.current());
        provenance.put("command", command);
        return provenance;
    }
}
