package org.wordloom.jobs.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wordloom.jobs.setting.SettingTester.set;

import org.junit.jupiter.api.Test;
import org.wordloom.train.ArchitectureChoice;
import org.wordloom.train.TrainingOptions;
import org.wordloom.train.pairs.PairOptions;

class StrataSettingsTest {
    private static final TrainingOptions MODEL =
            TrainingOptions.builder(ArchitectureChoice.SKIPGRAM).epochs(3).build();

    @Test
    void defaultsAreThoseOfTheOptions() {
        StrataSettings settings = new StrataSettings();
        assertThat(settings.exact()).isFalse();
        assertThat(settings.options(MODEL)).isEqualTo(PairOptions.of(MODEL));
        assertThat(SettingTester.problems(settings)).isEmpty();
    }

    @Test
    void everyKeyMaps() {
        StrataSettings settings = new StrataSettings();
        set(settings, "cycles", "7");
        set(settings, "byte-budget", "3g");
        set(settings, "blocks", "64");
        set(settings, "exact", "true");
        assertThat(settings.cycles()).isEqualTo(7);
        assertThat(settings.byteBudget()).isEqualTo(3L << 30);
        assertThat(settings.blocks()).isEqualTo(64);
        assertThat(settings.exact()).isTrue();
        assertThat(settings.options(MODEL)).isEqualTo(new PairOptions(MODEL, 7));
        assertThat(settings.settings()).allMatch(Setting::isExplicit);
    }

    @Test
    void aBudgetIsOfNoUseWhereCyclesAreGiven() {
        StrataSettings settings = new StrataSettings();
        set(settings, "byte-budget", "3g");
        assertThat(SettingTester.problems(settings)).isEmpty();
        set(settings, "cycles", "7");
        assertThat(SettingTester.problems(settings))
                .singleElement()
                .asString()
                .contains("--cycles and --byte-budget contradict each other");
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        StrataSettings settings = new StrataSettings();
        set(settings, "cycles", "-1");
        set(settings, "blocks", "5000");
        assertThat(SettingTester.problems(settings))
                .anyMatch(problem -> problem.contains("--cycles is -1"))
                .anyMatch(problem -> problem.contains("--blocks is 5000"))
                .hasSize(2);
        set(settings, "blocks", "8");
        set(settings, "cycles", "800001");
        assertThat(SettingTester.problems(settings))
                .containsExactly("--cycles is 800001, expected 0 (by default) to 800000");
    }
}
