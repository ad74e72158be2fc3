package org.wordloom.jobs.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
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
        Map<String, String> provenance = Provenance.of(command, groups);
        WITHOUT_EFFECT.forEach(option -> provenance.remove(Provenance.key(option)));
        if (exact) {
            provenance.remove(Provenance.key("threads"));
        }
        return provenance;
    }
}
