package org.wordloom.jobs.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wordloom.jobs.setting.SettingTester.set;

import org.junit.jupiter.api.Test;

class CommonSettingsTest {
    @Test
    void defaultsAreTheDocumentedOnes() {
        CommonSettings settings = new CommonSettings(true);
        assertThat(settings.config()).isEmpty();
        assertThat(settings.quiet()).isFalse();
        assertThat(settings.verbose()).isFalse();
        assertThat(SettingTester.names(new CommonSettings(false))).doesNotContain("config");
    }

    @Test
    void everyKeyMaps() {
        CommonSettings settings = new CommonSettings(true);
        set(settings, "config", "file");
        set(settings, "quiet", "true");
        set(settings, "verbose", "true");
        assertThat(settings.config()).isEqualTo("file");
        assertThat(settings.quiet()).isTrue();
        assertThat(settings.verbose()).isTrue();
    }
}
