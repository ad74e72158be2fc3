package org.wordloom.tokenizer.unigram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;
import org.wordloom.vocab.Vocabulary;

class ExpectationStepTest {
    private static final ParallelChunks PARALLEL = new ParallelChunks(2);

    @Test
    void expectsWhatAllSegmentationsTogetherDo() {
        TestRandom random = TestRandom.create();
        for (int round = 0; round < 40; round++) {
            PieceForest forest = forest(random, 12);
            Map<String, Double> expected = new HashMap<>();
            Map<String, Double> scores = scores(forest);
            Segments segments = forest.segments();
            double logLikelihood = 0;
            for (int segment = 0; segment < segments.size(); segment++) {
                int start = segments.start(segment);
                String text = new String(segments.text(), start, segments.end(segment) - start);
                List<SegmentationReference.Path> all = SegmentationReference.all(text, scores, 0);
                long count = segments.count(segment);
                SegmentationReference.expected(all)
                        .forEach((piece, n) -> expected.merge(piece, count * n, Double::sum));
                logLikelihood += count
                        * Math.log(all.stream()
                                .mapToDouble(p -> Math.exp(p.score()))
                                .sum());
            }
            ExpectationStep step = new ExpectationStep(forest, local(forest));
            double[] found = step.run();
            for (int piece = 0; piece < forest.size(); piece++) {
                assertThat(found[piece]).isCloseTo(expected.getOrDefault(text(forest, piece), 0.0), within(1e-9));
            }
            assertThat(step.logLikelihood()).isCloseTo(logLikelihood, within(1e-6));
        }
    }

    @Test
    void agreesWithLogarithmsWhereProbabilitiesVanish() {
        PieceForest forest = forest(TestRandom.create(), 1000);
        for (int piece = 0; piece < forest.size(); piece++) {
            forest.scores()[piece] -= 40;
        }
        ExpectationStep step = new ExpectationStep(forest, local(forest));
        double[] found = step.run().clone();
        double[] expected = new double[forest.size()];
        LogarithmicLattice lattice = new LogarithmicLattice(forest);
        Segments segments = forest.segments();
        for (int segment = 0; segment < segments.size(); segment++) {
            int start = segments.start(segment);
            lattice.addExpected(start, segments.end(segment) - start, segments.count(segment), expected);
        }
        for (int piece = 0; piece < expected.length; piece++) {
            assertThat(found[piece]).isCloseTo(expected[piece], within(1e-6 * (1 + expected[piece])));
        }
        // The second time the factor for a character fits, and the sums are products.
        double[] again = step.run();
        for (int piece = 0; piece < expected.length; piece++) {
            assertThat(again[piece]).isCloseTo(expected[piece], within(1e-6 * (1 + expected[piece])));
        }
    }

    @Test
    void computesDigamma() {
        assertThat(MaximizationStep.digamma(1)).isCloseTo(-0.5772156649015329, within(1e-10));
        assertThat(MaximizationStep.digamma(0.5)).isCloseTo(-1.9635100260214235, within(1e-10));
        assertThat(MaximizationStep.digamma(100)).isCloseTo(4.600161852738087, within(1e-10));
    }

    private static TextSums local(PieceForest forest) {
        return new TextSums(forest, PARALLEL, ChunkCluster.Placement.local());
    }

    private static PieceForest forest(TestRandom random, int longestWord) {
        Map<String, Long> words = new HashMap<>();
        for (int i = 0; i < 20; i++) {
            StringBuilder word = new StringBuilder();
            for (int length = 1 + random.below(longestWord); length > 0; length--) {
                word.append((char) ('a' + random.below(3)));
            }
            words.put(word.toString(), 1L + random.below(4));
        }
        Vocabulary vocabulary = SeedFinderTest.vocabulary(words);
        SegmentReader reader = new SegmentReader(vocabulary, SegmentOptions.defaults());
        Alphabet alphabet = reader.readAlphabet(1, "");
        return SeedFinder.find(reader.readSegments(alphabet), alphabet, UnigramOptions.defaults(), PARALLEL);
    }

    private static Map<String, Double> scores(PieceForest forest) {
        Map<String, Double> scores = new HashMap<>();
        for (int piece = 0; piece < forest.size(); piece++) {
            scores.put(text(forest, piece), forest.scores()[piece]);
        }
        return scores;
    }

    private static String text(PieceForest forest, int piece) {
        return new String(forest.segments().text(), forest.sample(piece), forest.lengths()[piece]);
    }
}
