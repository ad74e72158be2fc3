package org.wordloom.vocab;

import java.util.List;
import java.util.stream.IntStream;

/** Shows vocabularies in tests. */
final class Vocabularies {
    private Vocabularies() {}

    /** "word count" for each id. */
    static List<String> lines(Vocabulary vocabulary) {
        return IntStream.range(0, vocabulary.size())
                .mapToObj(id -> vocabulary.word(id) + " " + vocabulary.count(id))
                .toList();
    }
}
