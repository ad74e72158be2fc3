package org.wordloom.jobs.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.wordloom.eval.AnalogyQuestions;
import org.wordloom.eval.SimilarityDataset;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.model.FileAccess;

/** Reads the data sets of evaluation, and tells of lines that are none. Failures name the file, reports the data set. */
final class EvaluationFiles {
    private EvaluationFiles() {}

    static List<SimilarityDataset> similarity(List<String> paths, Console console) throws IOException {
        List<SimilarityDataset> sets = new ArrayList<>();
        for (String path : paths) {
            try (InputStream in = FileAccess.of(path).open()) {
                SimilarityDataset set = SimilarityDataset.read(in, path);
                tellOfMalformed(path, set.malformed(), console);
                sets.add(new SimilarityDataset(nameAmong(paths, path), set.pairs(), set.malformed()));
            }
        }
        return sets;
    }

    static List<AnalogyQuestions> analogies(List<String> paths, Console console) throws IOException {
        List<AnalogyQuestions> sets = new ArrayList<>();
        for (String path : paths) {
            try (InputStream in = FileAccess.of(path).open()) {
                AnalogyQuestions questions = AnalogyQuestions.read(in, path);
                tellOfMalformed(path, questions.malformed(), console);
                sets.add(new AnalogyQuestions(nameAmong(paths, path), questions.sections(), questions.malformed()));
            }
        }
        return sets;
    }

    private static void tellOfMalformed(String path, List<String> malformed, Console console) {
        if (!malformed.isEmpty()) {
            console.warn(path + ": " + malformed.size() + " lines left out, the first is " + malformed.get(0));
        }
    }

    /** The name of a data set; its whole path where another one would be called the same. */
    private static String nameAmong(List<String> paths, String path) {
        long same = paths.stream()
                .distinct()
                .filter(other -> baseName(other).equals(baseName(path)))
                .count();
        return same > 1 ? path : baseName(path);
    }

    private static String baseName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.replaceFirst("\\.(txt|tsv|csv)$", "");
    }
}
