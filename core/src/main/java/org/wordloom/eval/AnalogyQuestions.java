package org.wordloom.eval;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/**
 * Analogy questions in sections, in the form of word2vec's questions-words.txt.
 *
 * @param name the data set's name, for reports
 * @param sections the sections in order
 * @param malformed lines that are no question, each as "line N: why"
 */
public record AnalogyQuestions(String name, List<Section> sections, List<String> malformed) {
    private static final String FORM = "a line ': SECTION' and then lines of four words";

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

    /**
     * Reads lines of four words; lines that begin with a colon and a space start a section.
     *
     * @throws WordloomException INPUT when a question comes before the first section, or there is none
     */
    public static AnalogyQuestions read(InputStream in, String name) throws IOException {
        List<String> names = new ArrayList<>();
        List<List<Question>> questions = new ArrayList<>();
        DatasetLines lines = new DatasetLines();
        lines.forEach(in, line -> {
            if (line.startsWith(": ")) {
                names.add(line.substring(2).strip());
                questions.add(new ArrayList<>());
                return null;
            }
            return addQuestion(line, questions, name);
        });
        if (questions.stream().allMatch(List::isEmpty)) {
            throw new WordloomException(ExitCode.INPUT, name + " holds no analogy question; expected " + FORM);
        }
        List<Section> sections = IntStream.range(0, names.size())
                .mapToObj(i -> new Section(names.get(i), questions.get(i)))
                .toList();
        return new AnalogyQuestions(name, sections, lines.malformed());
    }

    private static String addQuestion(String line, List<List<Question>> sections, String name) {
        String[] words = line.split("\\s+");
        if (words.length != 4) {
            return "expected four words, found " + words.length;
        }
        if (sections.isEmpty()) {
            throw new WordloomException(
                    ExitCode.INPUT, name + " has a question before its first section; expected " + FORM);
        }
        sections.get(sections.size() - 1).add(new Question(words[0], words[1], words[2], words[3]));
        return null;
    }
}
