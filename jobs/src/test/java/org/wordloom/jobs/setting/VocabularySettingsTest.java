package org.wordloom.jobs.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wordloom.jobs.setting.SettingTester.set;

import org.junit.jupiter.api.Test;
import org.wordloom.vocab.VocabularyOptions;

class VocabularySettingsTest {
    @Test
    void defaultsAreThoseOfTheOptions() {
        VocabularySettings settings = new VocabularySettings(true);
        assertThat(settings.options()).isEqualTo(VocabularyOptions.defaults());
        assertThat(settings.folder()).isEmpty();
        assertThat(SettingTester.names(new VocabularySettings(false))).doesNotContain("vocab");
    }

    @Test
    void everyKeyMaps() {
        VocabularySettings settings = new VocabularySettings(true);
        set(settings, "min-count", "3");
        set(settings, "max-size", "4000000000");
        assertThat(settings.options()).isEqualTo(new VocabularyOptions(3, 4_000_000_000L));
        assertThat(SettingTester.problems(settings)).isEmpty();

        set(settings, "vocab", "earlier");
        assertThat(settings.folder()).isEqualTo("earlier");
        assertThat(SettingTester.problems(settings))
                .hasSize(2)
                .allMatch(problem -> problem.startsWith("--vocab and --m"));
    }
}
