package org.wordloom.jobs.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wordloom.jobs.setting.SettingTester.set;

import org.junit.jupiter.api.Test;
import org.wordloom.decomposition.SvdOptions;
import org.wordloom.train.KernelChoice;

class SvdSettingsTest {
    @Test
    void defaultsAreThoseOfTheOptions() {
        SvdSettings settings = new SvdSettings();
        assertThat(settings.options()).isEqualTo(SvdOptions.defaults());
        assertThat(SettingTester.problems(settings)).isEmpty();
    }

    @Test
    void everyKeyMaps() {
        SvdSettings settings = new SvdSettings();
        set(settings, "dim", "50");
        set(settings, "shift", "5");
        set(settings, "context-smoothing", "1");
        set(settings, "eigenvalue-weighting", "0.3");
        set(settings, "oversampling", "7");
        set(settings, "power-iterations", "9");
        set(settings, "kernel", "scalar");
        set(settings, "threads", "3");
        set(settings, "seed", "11");
        assertThat(settings.options()).isEqualTo(new SvdOptions(50, 5, 1, 0.3, 7, 9, 11, 3, KernelChoice.SCALAR));
    }

    @Test
    void whatIsOutOfRangeIsAProblem() {
        SvdSettings settings = new SvdSettings();
        set(settings, "dim", "0");
        set(settings, "shift", "-1");
        assertThat(SettingTester.problems(settings))
                .hasSize(2)
                .anyMatch(problem -> problem.contains("--shift is -1.0"));
    }
}
