package org.wordloom.jobs.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wordloom.jobs.setting.SettingTester.set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextSchedulesTest {
    @Test
    void oneReplicaIsTrainedInOneGoUnlessCheckpointsAreAskedFor() {
        assertThat(TextSchedules.defaults().checkpointsWanted()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "checkpoint-interval, 10m, true",
        "checkpoint-interval, 0s, true",
        "checkpoint-interval, never, false",
        "resume, true, true"
    })
    void neverAsksForNone(String option, String value, boolean wanted) {
        TextSchedules schedules = TextSchedules.defaults();
        set(schedules.checkpoints(), option, value);
        assertThat(schedules.checkpointsWanted()).isEqualTo(wanted);
    }
}
