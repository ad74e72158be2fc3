package org.wordloom.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.base.Problems;
import org.wordloom.cluster.corpus.Corpus;
import org.wordloom.cluster.corpus.CorpusOptions;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.jobs.setting.CooccurrenceSettings;
import org.wordloom.jobs.setting.CorpusSettings;
import org.wordloom.jobs.setting.Setting;
import org.wordloom.jobs.setting.SettingGroup;
import org.wordloom.jobs.setting.VocabularySettings;
import org.wordloom.vocab.Vocabulary;

/** Whether a resumed run takes the counts of the run before. */
class GloveCountsTest {
    private final Storage storage = Storage.local();
    private final VocabularySettings vocabulary = new VocabularySettings(true);
    private final CooccurrenceSettings cooccurrence = new CooccurrenceSettings();
    private final GloveCounts counts = new GloveCounts(new CorpusSettings(), vocabulary, cooccurrence);

    @TempDir
    private Path folder;

    @Test
    void moreMemoryGivesTheSameCounts() throws IOException {
        String before = describe();
        set(cooccurrence, "memory", "300m");
        assertThat(describe()).isEqualTo(before);
        set(cooccurrence, "window", "3");
        assertThat(describe()).isNotEqualTo(before);
    }

    @Test
    void aVocabularyThatWasRebuiltInItsPlaceGivesOthers() throws IOException {
        Path words = folder.resolve("words");
        set(vocabulary, "vocab", words.toString());
        write(words, 5);
        String before = describe();
        write(words, 5);
        assertThat(describe()).isEqualTo(before);
        write(words, 6);
        assertThat(describe()).isNotEqualTo(before);
    }

    @Test
    void textOfTheSameLengthThatWasWrittenLaterGivesOthers() throws IOException {
        String before = describe();
        Path text = Files.writeString(folder.resolve("text"), "a c\n", StandardCharsets.UTF_8);
        Files.setLastModifiedTime(text, FileTime.fromMillis(2000));
        assertThat(describe()).isNotEqualTo(before);
    }

    @BeforeEach
    void writeText() throws IOException {
        Path text = Files.writeString(folder.resolve("text"), "a b\n", StandardCharsets.UTF_8);
        Files.setLastModifiedTime(text, FileTime.fromMillis(1000));
    }

    private String describe() throws IOException {
        Path text = folder.resolve("text");
        return counts.describe(Corpus.list(storage, CorpusOptions.of(List.of(text.toString()))), storage);
    }

    private void write(Path path, long count) throws IOException {
        try (OutputFolder output = OutputFolder.create(storage, path.toString(), true)) {
            VocabularyFile.write(Vocabulary.ofDistinct(new byte[] {'a'}, new int[] {0, 1}, new long[] {count}), output);
            output.commit();
        }
    }

    private static void set(SettingGroup group, String name, String value) {
        Setting<?> setting = group.settings().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        Problems problems = new Problems();
        setting.assign(List.of(value), "the test", problems);
        problems.throwIfAny();
    }
}
