package org.wordloom.jobs.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wordloom.jobs.setting.SettingTester.set;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.corpus.CorpusOptions;
import org.wordloom.text.Normalization;
import org.wordloom.text.TokenizationOptions;
import org.wordloom.text.TokenizationOptions.Kind;

class CorpusSettingsTest {
    @TempDir
    Path folder;

    @Test
    void defaultsAreThoseOfTheOptions() {
        CorpusSettings settings = new CorpusSettings();
        assertThat(settings.options()).isEqualTo(CorpusOptions.of(List.of()));
        assertThat(SettingTester.problems(settings)).singleElement().asString().startsWith("--input is missing");
    }

    @Test
    void everyKeyMaps() throws IOException {
        Path words = Files.writeString(folder.resolve("words.txt"), "北京\t7\n\n大学\n");
        CorpusSettings settings = new CorpusSettings();
        set(settings, "input", "a", "b");
        set(settings, "input-format", "json");
        set(settings, "column", "body");
        set(settings, "tokenizer", "dictionary-longest");
        set(settings, "dictionary", words.toString());
        set(settings, "lowercase", "true");
        set(settings, "normalize", "nfkc");
        set(settings, "max-sentence-length", "50");
        set(settings, "malformed-limit", "0.5");
        assertThat(SettingTester.problems(settings)).isEmpty();
        assertThat(settings.settings()).allMatch(Setting::isExplicit);
        assertThat(settings.options())
                .isEqualTo(CorpusOptions.of(List.of("a", "b"))
                        .withFormat(CorpusOptions.Format.JSON, "body")
                        .withTokenization(new TokenizationOptions(
                                Kind.DICTIONARY_LONGEST, true, Normalization.NFKC, List.of("北京\t7", "大学")))
                        .withMaxSentenceLength(50)
                        .withMalformedLimit(0.5));
    }

    @Test
    void aWordListInAWrongFormIsRefusedBeforeAnythingRuns() throws IOException {
        refuse(Files.writeString(folder.resolve("counts.txt"), "北京\tmany\n"), "'many' is not a count");
        refuse(Files.writeString(folder.resolve("empty.txt"), "\n"), "at least one word");
        refuse(Files.write(folder.resolve("latin1.txt"), new byte[] {'f', (byte) 0xFC, 'r'}), "is not UTF-8");
    }

    private static void refuse(Path words, String why) {
        CorpusSettings settings = new CorpusSettings();
        set(settings, "tokenizer", "dictionary-longest");
        set(settings, "dictionary", words.toString());
        assertThatThrownBy(settings::options)
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.INPUT))
                .hasMessageContaining(words.toString())
                .hasMessageContaining(why);
    }

    @Test
    void dictionaryAndTokenizerMustAgree() {
        CorpusSettings without = new CorpusSettings();
        set(without, "input", "a");
        set(without, "tokenizer", "dictionary-shortest-path");
        assertThat(SettingTester.problems(without)).singleElement().asString().contains("--dictionary FILE");

        CorpusSettings superfluous = new CorpusSettings();
        set(superfluous, "input", "a");
        set(superfluous, "dictionary", "words.txt");
        assertThat(SettingTester.problems(superfluous))
                .singleElement()
                .asString()
                .contains("--tokenizer whitespace");
    }
}
