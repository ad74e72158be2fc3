package org.wordloom.jobs.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wordloom.jobs.setting.SettingTester.set;

import org.junit.jupiter.api.Test;

class CountSettingsTest {
    @Test
    void defaultsAreThoseOfTheOptions() {
        CountSettings settings = new CountSettings();
        assertThat(settings.given()).isFalse();
        assertThat(SettingTester.problems(settings)).isEmpty();
    }

    @Test
    void everyKeyMaps() {
        CountSettings settings = new CountSettings();
        set(settings, "from-cooccurrence", "counts");
        assertThat(settings.folder()).isEqualTo("counts");
        assertThat(settings.given()).isTrue();
        assertThat(settings.settings()).allMatch(Setting::isExplicit);
    }
}
