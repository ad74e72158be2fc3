package org.wordloom.jobs.report;

import java.util.List;
import java.util.Map;
import org.wordloom.jobs.setting.SettingGroup;

/** What a model that strata trained says of its making. */
public final class StrataProvenance {
    private StrataProvenance() {}

    /**
     * Command, version and options.
     *
     * @param exact whether the number of threads has no effect: the same vectors should make the same model file,
     *     wherever and with however many threads they were trained
     */
    public static Map<String, String> of(String command, List<SettingGroup> groups, boolean exact) {
        Map<String, String> provenance = Provenance.of(command, groups);
        if (exact) {
            provenance.remove(Provenance.key("threads"));
        }
        return provenance;
    }
}
