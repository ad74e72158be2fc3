package org.wordloom.jobs.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.eval.AnalogyQuestions;
import org.wordloom.eval.SimilarityDataset;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.model.FileAccess;

/** Reads the data sets of evaluation, tells of lines that are none, and refuses files without a good line. */
final class EvaluationFiles {
    private EvaluationFiles() {}

    static SimilarityDataset similarity(String path, Console console) throws IOException {
        try (InputStream in = FileAccess.of(path).open()) {
            SimilarityDataset set = SimilarityDataset.read(in, baseName(path));
            check(path, set.pairs().isEmpty(), "word pairs", set.malformed(), console);
            return set;
        }
    }

    static AnalogyQuestions analogies(String path, Console console) throws IOException {
        try (InputStream in = FileAccess.of(path).open()) {
            AnalogyQuestions questions = AnalogyQuestions.read(in, baseName(path));
            check(path, questions.sections().isEmpty(), "analogy questions", questions.malformed(), console);
            return questions;
        }
    }

    private static void check(String path, boolean empty, String what, List<String> malformed, Console console) {
        String first = malformed.isEmpty() ? "" : ": " + malformed.get(0);
        if (empty) {
            throw new WordloomException(ExitCode.INPUT, path + " holds no " + what + first);
        }
        if (!malformed.isEmpty()) {
            console.warn(path + ": " + malformed.size() + " lines left out, the first is " + malformed.get(0));
        }
    }

    private static String baseName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.replaceFirst("\\.(txt|tsv|csv)$", "");
    }
}
