package org.wordloom.eval;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Analogy questions in sections, in the form of word2vec's questions-words.txt.
 *
 * @param name the data set's name, for reports
 * @param sections the sections in order
 * @param malformed lines that are no question, each as "line N: why"
 */
public record AnalogyQuestions(String name, List<Section> sections, List<String> malformed) {
    public AnalogyQuestions {
        sections = List.copyOf(sections);
        malformed = List.copyOf(malformed);
    }

    /** A section: questions about one relation. */
    public record Section(String name, List<Question> questions) {
        public Section {
            questions = List.copyOf(questions);
        }

        /** Whether the relation is one of grammar: word2vec's sections named "gram…". */
        public boolean syntactic() {
            return name.startsWith("gram");
        }
    }

    /** a is to b as c is to d. */
    public record Question(String a, String b, String c, String d) {}

    /** Reads lines of four words; lines that begin with ": " start a section. */
    public static AnalogyQuestions read(InputStream in, String name) throws IOException {
        throw new UnsupportedOperationException("in work");
    }
}
