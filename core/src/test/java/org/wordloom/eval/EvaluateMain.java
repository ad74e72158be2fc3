package org.wordloom.eval;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.wordloom.format.Word2VecBinaryFormat;
import org.wordloom.format.Word2VecTextFormat;
import org.wordloom.format.WordModelFormat;
import org.wordloom.model.WordVectors;
import org.wordloom.search.AnalogyMethod;

/** A tool for developers: judges a file of vectors. Arguments: vectors, folder of word pairs, analogy questions. */
public final class EvaluateMain {
    private static final int RESTRICT = 30_000;

    private EvaluateMain() {}

    public static void main(String[] arguments) throws IOException {
        long start = System.nanoTime();
        WordVectors vectors = readVectors(Path.of(arguments[0]));
        print("%d words, dimension %d, read in %.2f s", vectors.size(), vectors.dimension(), seconds(start));
        for (String file : List.of("EN-WS-353-ALL", "EN-WS-353-SIM", "EN-WS-353-REL", "EN-RG-65")) {
            similarity(vectors, Path.of(arguments[1], file + ".txt"));
        }
        try (InputStream in = Files.newInputStream(Path.of(arguments[2]))) {
            AnalogyQuestions questions = AnalogyQuestions.read(in, arguments[2]);
            analogy(vectors, questions, AnalogyMethod.COS_ADD);
            analogy(vectors, questions, AnalogyMethod.COS_MUL);
        }
    }

    private static WordVectors readVectors(Path file) throws IOException {
        String name = file.toString();
        long size = Files.size(file);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(Math.toIntExact(Math.min(size, 400)));
            try (InputStream whole = Files.newInputStream(file)) {
                if (new String(start, StandardCharsets.ISO_8859_1).startsWith("WORDLOOM")) {
                    return WordModelFormat.readInput(whole, name, size, Integer.MAX_VALUE);
                }
                return isText(start)
                        ? Word2VecTextFormat.read(whole, name, size)
                        : Word2VecBinaryFormat.read(whole, name, size);
            }
        }
    }

    private static boolean isText(byte[] start) {
        for (byte b : start) {
            if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return true;
    }

    private static void similarity(WordVectors vectors, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            SimilarityDataset dataset =
                    SimilarityDataset.read(in, file.getFileName().toString());
            SimilarityResult result = SimilarityEvaluation.evaluate(vectors, dataset, SimilarityOptions.defaults());
            print(
                    "%-20s spearman %.4f [%.4f, %.4f]  pearson %.4f  %d of %d pairs",
                    result.dataset(),
                    result.spearman(),
                    result.low(),
                    result.high(),
                    result.pearson(),
                    result.known(),
                    result.pairs());
        }
    }

    private static void analogy(WordVectors vectors, AnalogyQuestions questions, AnalogyMethod method) {
        long start = System.nanoTime();
        AnalogyResult result =
                AnalogyEvaluation.evaluate(vectors, questions, new AnalogyOptions(method, RESTRICT, true, false, 1));
        double seconds = seconds(start);
        print("analogies, %s, first %d words, %.2f s:", method, RESTRICT, seconds);
        result.sections().forEach(EvaluateMain::print);
        List.of(result.semantic(), result.syntactic(), result.total()).forEach(EvaluateMain::print);
    }

    private static void print(AnalogyResult.Score score) {
        print(
                "  %-30s %6.2f %%  %5d of %5d, %d unknown",
                score.name(), 100 * score.accuracy(), score.correct(), score.asked(), score.unknown());
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void print(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}
