package org.wordloom.jobs.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.console.Table;
import org.wordloom.jobs.model.VectorFiles;
import org.wordloom.model.VectorSelection;
import org.wordloom.model.WordVectors;
import org.wordloom.search.AnalogyMethod;
import org.wordloom.search.ExactSearch;
import org.wordloom.search.Neighbor;
import org.wordloom.vocab.Vocabulary;

/** Shows what vectors of general English text have learnt. */
final class Showcase {
    private static final int NEIGHBORS = 6;
    /** In a small text rare words have poor vectors: they are not offered as answers. */
    private static final int FREQUENT = 5_000;

    private static final List<List<String>> PAIRS = List.of(
            List.of("king", "queen"),
            List.of("france", "germany"),
            List.of("music", "song"),
            List.of("three", "four"),
            List.of("king", "water"),
            List.of("france", "biology"));
    private static final List<String> WORDS =
            List.of("france", "computer", "music", "green", "island", "church", "film", "biology");
    private static final List<List<String>> ANALOGIES = List.of(
            List.of("france", "french", "germany"),
            List.of("france", "paris", "russia"),
            List.of("father", "mother", "son"),
            List.of("his", "he", "her"),
            List.of("two", "three", "five"),
            List.of("large", "larger", "small"));

    private final ExactSearch search;
    private final WordVectors vectors;

    private Showcase(WordVectors vectors) {
        this.vectors = vectors;
        this.search = new ExactSearch(vectors, 1);
    }

    static void show(String folder, Console console) {
        Showcase showcase = new Showcase(VectorFiles.read(folder, VectorSelection.INPUT, FREQUENT));
        console.result("\nSimilarity (cosine)");
        showcase.known(PAIRS).forEach(pair -> console.result(showcase.similarity(pair.get(0), pair.get(1))));
        console.result("\nNearest words");
        showcase.known(WORDS.stream().map(List::of).toList())
                .forEach(word -> console.result(showcase.neighbors(word.get(0))));
        console.result("\nAnalogies");
        showcase.known(ANALOGIES).forEach(analogy -> console.result(showcase.analogy(analogy)));
        console.result("\nThe vectors are in " + folder + "; open report.html there in a browser.");
        console.result("Try next:");
        console.result("  bin/wordloom neighbors --model " + folder + " island --k 5");
        console.result("  bin/wordloom train skipgram --input YOUR-TEXT --output YOUR-FOLDER");
    }

    /** Only what can be asked: another sample may lack a word. */
    private List<List<String>> known(List<List<String>> questions) {
        return questions.stream()
                .filter(words -> words.stream().noneMatch(word -> id(word) == Vocabulary.UNKNOWN))
                .toList();
    }

    private String similarity(String first, String second) {
        double cosine = vectors.cosine(id(first), id(second));
        return String.format(Locale.ROOT, "  %-22s%s", first + ", " + second, Table.number(cosine, 2));
    }

    private String neighbors(String word) {
        return String.format(Locale.ROOT, "  %-12s%s", word, words(search.nearest(word, NEIGHBORS)));
    }

    private String analogy(List<String> words) {
        List<Neighbor> answers = search.analogy(words.get(0), words.get(1), words.get(2), 3, AnalogyMethod.COS_ADD);
        return String.format(
                Locale.ROOT,
                "  %-36s%s",
                words.get(0) + " : " + words.get(1) + " = " + words.get(2) + " : ?",
                words(answers));
    }

    private int id(String word) {
        return vectors.vocabulary().id(word);
    }

    private static String words(List<Neighbor> neighbors) {
        return neighbors.stream().map(Neighbor::word).collect(Collectors.joining(", "));
    }
}
