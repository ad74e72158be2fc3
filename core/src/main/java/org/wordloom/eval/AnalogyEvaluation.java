package org.wordloom.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.wordloom.model.WordVectors;
import org.wordloom.search.ExactSearch;
import org.wordloom.search.Ranking;
import org.wordloom.vocab.Vocabulary;

/**
 * Answers analogy questions and counts the correct answers, by the rules of gensim's evaluate_word_analogies and
 * word2vec's compute-accuracy: only questions whose four words are among the first words of the vocabulary are asked,
 * the answer is searched among the same words, and is none of the three given ones in whatever case.
 */
public final class AnalogyEvaluation {
    /** Answers looked at until one is not a given word in another case; gensim's number. */
    private static final int CANDIDATES = 5;

    private final WordVectors vectors;
    private final AnalogyOptions options;
    private final FoldedWords words;
    private final ExactSearch search;

    private AnalogyEvaluation(WordVectors vectors, AnalogyOptions options, ExactSearch search) {
        this.vectors = vectors;
        this.search = search;
        this.options = options;
        this.words = new FoldedWords(vectors.vocabulary(), options.restrictVocabulary(), options.ignoreCase());
    }

    public static AnalogyResult evaluate(WordVectors vectors, AnalogyQuestions questions, AnalogyOptions options) {
        ExactSearch search = new ExactSearch(vectors, options.restrictVocabulary(), options.threads());
        return evaluate(vectors, questions, options, search);
    }

    /** @param search of the same vectors, restricted to the same vocabulary */
    public static AnalogyResult evaluate(
            WordVectors vectors, AnalogyQuestions questions, AnalogyOptions options, ExactSearch search) {
        return new AnalogyEvaluation(vectors, options, search).evaluate(questions);
    }

    private AnalogyResult evaluate(AnalogyQuestions questions) {
        List<AnalogyQuestions.Question> known = questions.sections().stream()
                .flatMap(section -> section.questions().stream())
                .filter(this::isKnown)
                .toList();
        boolean[] correct = answer(known);
        List<AnalogyResult.Score> scores = new ArrayList<>();
        int next = 0;
        for (AnalogyQuestions.Section section : questions.sections()) {
            int asked = (int) section.questions().stream().filter(this::isKnown).count();
            int right = count(correct, next, next + asked);
            scores.add(score(section, right, asked));
            next += asked;
        }
        return summarise(questions, scores);
    }

    private AnalogyResult.Score score(AnalogyQuestions.Section section, int right, int known) {
        int all = section.questions().size();
        return new AnalogyResult.Score(section.name(), right, options.wrongForUnknown() ? all : known, all - known);
    }

    private static AnalogyResult summarise(AnalogyQuestions questions, List<AnalogyResult.Score> scores) {
        return new AnalogyResult(
                scores,
                sum("semantic", questions, scores, section -> !section.syntactic()),
                sum("syntactic", questions, scores, AnalogyQuestions.Section::syntactic),
                sum("total", questions, scores, section -> true),
                questions.malformed().size());
    }

    private static AnalogyResult.Score sum(
            String name,
            AnalogyQuestions questions,
            List<AnalogyResult.Score> scores,
            Predicate<AnalogyQuestions.Section> member) {
        return IntStream.range(0, scores.size())
                .filter(i -> member.test(questions.sections().get(i)))
                .mapToObj(scores::get)
                .reduce(new AnalogyResult.Score(name, 0, 0, 0), AnalogyResult.Score::plus);
    }

    private boolean[] answer(List<AnalogyQuestions.Question> questions) {
        int[][] given = questions.stream()
                .map(question -> new int[] {words.id(question.a()), words.id(question.b()), words.id(question.c())})
                .toArray(int[][]::new);
        Ranking[] rankings = search.analogies(given, CANDIDATES, options.method());
        boolean[] correct = new boolean[rankings.length];
        for (int i = 0; i < correct.length; i++) {
            correct[i] = isCorrect(questions.get(i), rankings[i]);
        }
        return correct;
    }

    private boolean isCorrect(AnalogyQuestions.Question question, Ranking ranking) {
        String answer = null;
        for (int rank = 0; rank < ranking.size(); rank++) {
            answer = words.fold(vectors.vocabulary().word(ranking.id(rank)));
            if (!answer.equals(words.fold(question.a()))
                    && !answer.equals(words.fold(question.b()))
                    && !answer.equals(words.fold(question.c()))) {
                break;
            }
        }
        return words.fold(question.d()).equals(answer);
    }

    private boolean isKnown(AnalogyQuestions.Question question) {
        return isKnown(question.a()) && isKnown(question.b()) && isKnown(question.c()) && isKnown(question.d());
    }

    private boolean isKnown(String word) {
        return words.id(word) != Vocabulary.UNKNOWN;
    }

    private static int count(boolean[] values, int from, int to) {
        return (int) IntStream.range(from, to).filter(i -> values[i]).count();
    }
}
