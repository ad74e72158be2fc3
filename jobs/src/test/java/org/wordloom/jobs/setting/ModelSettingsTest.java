package org.wordloom.jobs.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wordloom.jobs.setting.SettingTester.set;

import org.junit.jupiter.api.Test;

class ModelSettingsTest {
    @Test
    void defaultsAreTheDocumentedOnes() {
        ModelSettings settings = new ModelSettings(0);
        assertThat(settings.restrictVocabulary()).isEqualTo(Integer.MAX_VALUE);
        assertThat(settings.threads()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(new ModelSettings(300).restrictVocabulary()).isEqualTo(300);
        assertThat(SettingTester.problems(settings)).singleElement().asString().startsWith("--model is missing");
    }

    @Test
    void everyKeyMaps() {
        ModelSettings settings = new ModelSettings(0);
        set(settings, "model", "folder");
        set(settings, "vectors", "output");
        set(settings, "restrict-vocab", "1000");
        set(settings, "threads", "3");
        assertThat(settings.model()).isEqualTo("folder");
        assertThat(SettingTester.find(settings, "vectors").value()).isEqualTo("output");
        assertThat(settings.restrictVocabulary()).isEqualTo(1000);
        assertThat(settings.threads()).isEqualTo(3);
        assertThat(settings.settings()).allMatch(Setting::isExplicit);
        assertThat(SettingTester.problems(settings)).isEmpty();
    }
}
