package org.wordloom.jobs.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.text.Tokenization;
import org.wordloom.text.WordTokenizer;
import org.wordloom.vocab.Vocabulary;
import org.wordloom.vocab.VocabularyOptions;
import org.wordloom.vocab.WordCounts;

/** A table of words, or of any short texts, with how often each occurs: text, a tab, a whole number, line by line. */
public final class WordTable {
    private WordTable() {}

    /**
     * The words of the table's texts, each counted as often as its text.
     *
     * @param tokenization how the texts become words
     * @throws WordloomException INPUT, naming the line, when that is not a text, a tab and a count of at least 1
     */
    public static Vocabulary read(String path, Tokenization tokenization, VocabularyOptions options) {
        WordCounts counts = new WordCounts();
        WordTokenizer tokenizer = tokenization.newTokenizer();
        try (InputStream in = FileAccess.of(path).open()) {
            Utf8Lines lines = new Utf8Lines(in);
            int number = 1;
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                if (lines.isMalformed()) {
                    throw new WordloomException(
                            ExitCode.INPUT, path + ", line " + number + ": malformed UTF-8; convert the file first");
                }
                int tab = line.get().lastIndexOf('\t');
                long count = count(path, number++, line.get(), tab);
                byte[] text = line.get().substring(0, tab).getBytes(StandardCharsets.UTF_8);
                tokenizer.tokenize(text, 0, text.length, (utf8, from, to) -> counts.add(utf8, from, to, count));
            }
        } catch (IOException e) {
            throw new WordloomException(ExitCode.INPUT, "cannot read " + path + ": " + e.getMessage(), e);
        }
        Vocabulary words = counts.toVocabulary(options);
        if (words.size() == 0) {
            throw new WordloomException(
                    ExitCode.INPUT, path + " holds no word that occurs " + options.minCount() + " times or more");
        }
        return words;
    }

    private static long count(String path, int line, String text, int tab) {
        try {
            long count = tab < 1 ? 0 : Long.parseLong(text.substring(tab + 1).strip());
            if (count >= 1) {
                return count;
            }
        } catch (NumberFormatException e) {
            throw wrong(path, line, e);
        }
        throw wrong(path, line, null);
    }

    private static WordloomException wrong(String path, int line, Throwable cause) {
        return new WordloomException(
                ExitCode.INPUT, path + ", line " + line + ": expected a word, a tab and a count of at least 1", cause);
    }
}
