package org.wordloom.jobs.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.text.TokenizationOptions;
import org.wordloom.vocab.Vocabulary;
import org.wordloom.vocab.VocabularyOptions;

class WordTableTest {
    @TempDir
    private Path folder;

    @Test
    void wordsAreCountedAsOftenAsTheirTexts() throws IOException {
        String table = "\uFEFFking\t7\r\nthe king\t30\nof\tthe\tking\t200\n the \t 1000 \nqueen\t9223372036854774000";
        assertThat(counts(table, 1))
                .isEqualTo(Map.of("king", 237L, "the", 1230L, "of", 200L, "queen", 9223372036854774000L));
        assertThat(counts(table, 201)).containsOnlyKeys("king", "the", "queen");
    }

    @ParameterizedTest
    @CsvSource({
        "'no tab\n', 1",
        "'a\t1\nno tab\n', 2",
        "'a\t1\nb\t2\n\t3\n', 3",
        "'a\t0\n', 1",
        "'a\t-1\n', 1",
        "'a\t1.5\n', 1",
        "'a\t9223372036854775808\n', 1",
        "'a\t\n', 1",
        "'a\t1\t\n', 1",
        "'a\tb\n', 1",
        "'a\t1\n\nb\t1\n', 2",
        "'a\t1\n\r\n', 2"
    })
    void aLineThatIsNoTextAndCountIsNamed(String table, int line) {
        assertThatThrownBy(() -> counts(table, 1))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.INPUT))
                .hasMessage(path() + ", line " + line + ": expected a word, a tab and a count of at least 1");
    }

    @Test
    void malformedTextIsNamed() {
        // As the bytes of ISO 8859-1 it is malformed UTF-8.
        assertThatThrownBy(() -> counts("a\t1\n\u00FF\t1\n".getBytes(StandardCharsets.ISO_8859_1), 1))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.INPUT))
                .hasMessage(path() + ", line 2: malformed UTF-8; convert the file first");
    }

    @ParameterizedTest
    @CsvSource({"'a\t4\nb\t3\n', 5", "' \t9\n', 1", "'', 1"})
    void aTableWithoutWordsIsRefused(String table, int minCount) {
        assertThatThrownBy(() -> counts(table, minCount))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.INPUT))
                .hasMessage(path() + " holds no word that occurs " + minCount + " times or more");
    }

    private Map<String, Long> counts(String table, long minCount) throws IOException {
        return counts(table.getBytes(StandardCharsets.UTF_8), minCount);
    }

    private Map<String, Long> counts(byte[] table, long minCount) throws IOException {
        Files.write(path(), table);
        Vocabulary words =
                WordTable.read(path().toString(), TokenizationOptions.defaults(), new VocabularyOptions(minCount, 0));
        Map<String, Long> counts = new TreeMap<>();
        for (int id = 0; id < words.size(); id++) {
            counts.put(words.word(id), words.count(id));
        }
        return counts;
    }

    private Path path() {
        return folder.resolve("words.tsv");
    }
}
