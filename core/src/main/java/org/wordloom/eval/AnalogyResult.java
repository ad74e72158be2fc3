package org.wordloom.eval;

import java.util.List;

/**
 * What analogy evaluation found.
 *
 * @param sections a score a section, in the order of the questions
 * @param semantic the sum of the sections about meaning
 * @param syntactic the sum of the sections about grammar
 * @param total the sum of all sections
 * @param malformed lines of the file that were no question
 */
public record AnalogyResult(List<Score> sections, Score semantic, Score syntactic, Score total, int malformed) {
    public AnalogyResult {
        sections = List.copyOf(sections);
    }

    /**
     * @param name of the section
     * @param correct questions answered correctly
     * @param asked questions that count
     * @param unknown questions with an unknown word
     */
    public record Score(String name, int correct, int asked, int unknown) {
        /** The sum of both, under this one's name. */
        Score plus(Score other) {
            return new Score(name, correct + other.correct, asked + other.asked, unknown + other.unknown);
        }

        /** Correct answers as a share of those asked, 0 to 1; 0 when none was asked. */
        public double accuracy() {
            return asked == 0 ? 0 : (double) correct / asked;
        }
    }
}
