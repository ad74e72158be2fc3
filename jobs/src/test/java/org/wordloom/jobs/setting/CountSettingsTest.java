package org.wordloom.jobs.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wordloom.jobs.setting.SettingTester.set;

import org.junit.jupiter.api.Test;
import org.wordloom.train.PairOptions;
import org.wordloom.train.TrainingOptions;
import org.wordloom.train.TrainingOptions.Architecture;

class CountSettingsTest {
    private static final TrainingOptions MODEL =
            TrainingOptions.builder(Architecture.SKIPGRAM).epochs(3).build();

    @Test
    void defaultsAreThoseOfTheOptions() {
        CountSettings settings = new CountSettings();
        assertThat(settings.given()).isFalse();
        assertThat(settings.exact()).isFalse();
        assertThat(settings.options(MODEL)).isEqualTo(PairOptions.of(MODEL));
        assertThat(SettingTester.problems(settings)).isEmpty();
    }

    @Test
    void everyKeyMaps() {
        CountSettings settings = new CountSettings();
        set(settings, "from-cooccurrence", "counts");
        set(settings, "cycles", "7");
        set(settings, "exact", "true");
        assertThat(settings.folder()).isEqualTo("counts");
        assertThat(settings.given()).isTrue();
        assertThat(settings.exact()).isTrue();
        assertThat(settings.options(MODEL)).isEqualTo(new PairOptions(MODEL, 7));
        assertThat(settings.settings()).allMatch(Setting::isExplicit);
    }

    @Test
    void cyclesMustNotBeNegative() {
        CountSettings settings = new CountSettings();
        set(settings, "cycles", "-1");
        assertThat(SettingTester.problems(settings)).singleElement().asString().contains("--cycles is -1");
    }
}
