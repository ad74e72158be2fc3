package org.wordloom.jobs.setting;

import java.util.List;
import java.util.Set;
import org.wordloom.base.Problems;

/** Options that one option makes pointless: setting them too is a mistake. */
public final class Contradictions {
    private Contradictions() {}

    /**
     * Adds a problem for each option of the groups that was set.
     *
     * @param given the option that is set, without dashes
     * @param allowed options that go with it nevertheless
     * @param why what the user should know
     */
    public static void refuse(
            String given, List<? extends SettingGroup> groups, Set<String> allowed, String why, Problems problems) {
        for (SettingGroup group : groups) {
            for (Setting<?> setting : group.settings()) {
                problems.require(
                        !setting.isExplicit() || allowed.contains(setting.name()),
                        "--%s and --%s contradict each other: %s",
                        given,
                        setting.name(),
                        why);
            }
        }
    }
}
