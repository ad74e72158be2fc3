package org.wordloom.jobs.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.wordloom.eval.AnalogyQuestions;
import org.wordloom.eval.SimilarityDataset;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.model.FileAccess;

/** Reads the data sets of evaluation, and tells of lines that are none. Failures name the file, reports the data set. */
final class EvaluationFiles {
    private EvaluationFiles() {}

    static SimilarityDataset similarity(String path, Console console) throws IOException {
        try (InputStream in = FileAccess.of(path).open()) {
            SimilarityDataset set = SimilarityDataset.read(in, path);
            tellOfMalformed(path, set.malformed(), console);
            return new SimilarityDataset(baseName(path), set.pairs(), set.malformed());
        }
    }

    static AnalogyQuestions analogies(String path, Console console) throws IOException {
        try (InputStream in = FileAccess.of(path).open()) {
            AnalogyQuestions questions = AnalogyQuestions.read(in, path);
            tellOfMalformed(path, questions.malformed(), console);
            return new AnalogyQuestions(baseName(path), questions.sections(), questions.malformed());
        }
    }

    private static void tellOfMalformed(String path, List<String> malformed, Console console) {
        if (!malformed.isEmpty()) {
            console.warn(path + ": " + malformed.size() + " lines left out, the first is " + malformed.get(0));
        }
    }

    private static String baseName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.replaceFirst("\\.(txt|tsv|csv)$", "");
    }
}
