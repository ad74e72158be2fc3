package org.wordloom.jobs.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NearestNameTest {
    @Test
    void slipsOfTheFingerAreOneStep() {
        assertThat(NearestName.distance("dim", "dmi", 9)).isEqualTo(1);
        assertThat(NearestName.distance("window", "windw", 9)).isEqualTo(1);
        assertThat(NearestName.distance("window", "wimdow", 9)).isEqualTo(1);
        assertThat(NearestName.distance("", "abc", 9)).isEqualTo(3);
    }

    @Test
    void distanceIsSymmetricAndKeepsTheTriangleOfPlainEdits() {
        long seed = Long.getLong("wordloom.seed", System.nanoTime());
        System.out.println("NearestNameTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            String a = word(random);
            String b = word(random);
            int distance = NearestName.distance(a, b, 99);
            assertThat(distance).isEqualTo(NearestName.distance(b, a, 99)).isLessThanOrEqualTo(slow(a, b));
            assertThat(distance == 0).isEqualTo(a.equals(b));
        }
    }

    @Test
    void suggestsOnlyWhatIsNear() {
        List<String> known = List.of("skipgram", "cbow");
        assertThat(NearestName.of("skipgam", known)).contains("skipgram");
        assertThat(NearestName.of("glove", known)).isEmpty();
        assertThat(NearestName.suggestion("cbw", known)).isEqualTo(" (did you mean cbow?)");
        assertThat(NearestName.among("cat", List.of("bat", "car", "dog", "cat"), 2))
                .containsExactly("cat", "bat");
    }

    @Test
    void anotherCaseIsTheNearest() {
        assertThat(NearestName.among("THE", List.of("of", "TFE", "the"), 2)).containsExactly("the", "TFE");
        assertThat(NearestName.of("Hdfs", List.of("HDFS"))).contains("HDFS");
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            word.append((char) ('a' + random.nextInt(3)));
        }
        return word.toString();
    }

    /** Levenshtein's distance by its definition: without swaps, so an upper bound. */
    private static int slow(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.length() + b.length();
        }
        int same = a.charAt(0) == b.charAt(0) ? 0 : 1;
        return Math.min(
                slow(a.substring(1), b.substring(1)) + same,
                1 + Math.min(slow(a.substring(1), b), slow(a, b.substring(1))));
    }
}
