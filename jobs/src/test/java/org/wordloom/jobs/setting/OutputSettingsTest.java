package org.wordloom.jobs.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wordloom.jobs.setting.SettingTester.set;

import org.junit.jupiter.api.Test;
import org.wordloom.cluster.output.VectorFormat;
import org.wordloom.model.VectorSelection;

class OutputSettingsTest {
    @Test
    void defaultsAreTheDocumentedOnes() {
        OutputSettings settings = OutputSettings.ofTraining();
        assertThat(settings.overwrite()).isFalse();
        assertThat(settings.vectors()).isEqualTo(VectorSelection.INPUT);
        assertThat(settings.format()).isEqualTo(VectorFormat.WORD2VEC_TEXT);
        assertThat(SettingTester.problems(settings)).singleElement().asString().startsWith("--output is missing");
        assertThat(SettingTester.names(OutputSettings.ofVocabulary())).containsExactly("output", "overwrite");
    }

    @Test
    void everyKeyMaps() {
        OutputSettings settings = OutputSettings.ofTraining();
        set(settings, "output", "folder");
        set(settings, "overwrite", "true");
        set(settings, "vectors", "concat");
        set(settings, "format", "word2vec");
        assertThat(settings.folder()).isEqualTo("folder");
        assertThat(settings.overwrite()).isTrue();
        assertThat(settings.vectors()).isEqualTo(VectorSelection.CONCAT);
        assertThat(settings.format()).isEqualTo(VectorFormat.WORD2VEC_BINARY);
        assertThat(settings.settings()).allMatch(Setting::isExplicit);
        assertThat(SettingTester.problems(settings)).isEmpty();
    }
}
