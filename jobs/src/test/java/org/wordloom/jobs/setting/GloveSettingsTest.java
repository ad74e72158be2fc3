package org.wordloom.jobs.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wordloom.jobs.setting.SettingTester.set;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.wordloom.train.KernelChoice;
import org.wordloom.train.glove.GloveOptions;

class GloveSettingsTest {
    @Test
    void defaultsAreThoseOfTheOptions() {
        GloveSettings settings = new GloveSettings();
        assertThat(settings.options()).isEqualTo(GloveOptions.defaults());
        assertThat(SettingTester.problems(settings)).isEmpty();
        CheckpointSettings checkpoints = new CheckpointSettings();
        assertThat(checkpoints.interval()).isEqualTo(Duration.ofMinutes(10));
        assertThat(checkpoints.resume()).isFalse();
    }

    @Test
    void everyKeyMaps() {
        GloveSettings settings = new GloveSettings();
        set(settings, "dim", "7");
        set(settings, "epochs", "8");
        set(settings, "x-max", "9");
        set(settings, "alpha", "0.5");
        set(settings, "rate", "0.125");
        set(settings, "bias-rate", "0.25");
        set(settings, "grad-clip", "11");
        set(settings, "exact", "true");
        set(settings, "kernel", "scalar");
        set(settings, "threads", "12");
        set(settings, "seed", "-13");
        assertThat(settings.options())
                .isEqualTo(new GloveOptions(7, 8, 9, 0.5, 0.125, 0.25, 11, -13, 12, true, KernelChoice.SCALAR));
        assertThat(settings.settings()).allMatch(Setting::isExplicit);
        CheckpointSettings checkpoints = new CheckpointSettings();
        set(checkpoints, "checkpoint-interval", "never");
        set(checkpoints, "resume", "true");
        assertThat(checkpoints.interval()).isNegative();
        assertThat(checkpoints.resume()).isTrue();
        assertThat(SettingTester.problems(checkpoints)).isEmpty();
    }

    @Test
    void mistakesAreNamed() {
        GloveSettings settings = new GloveSettings();
        set(settings, "x-max", "0");
        set(settings, "epochs", "0");
        assertThat(SettingTester.problems(settings)).hasSize(2).anyMatch(problem -> problem.startsWith("--x-max"));
    }
}
