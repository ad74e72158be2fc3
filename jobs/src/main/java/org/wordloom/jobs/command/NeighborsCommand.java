package org.wordloom.jobs.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.wordloom.base.Problems;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.console.Table;
import org.wordloom.jobs.report.Json;
import org.wordloom.jobs.setting.CommonSettings;
import org.wordloom.jobs.setting.LookUpSettings;
import org.wordloom.jobs.setting.MethodReading;
import org.wordloom.jobs.setting.ModelSettings;
import org.wordloom.jobs.setting.Reading;
import org.wordloom.jobs.setting.SearchKernel;
import org.wordloom.jobs.setting.Setting;
import org.wordloom.jobs.setting.SettingGroup;
import org.wordloom.jobs.setting.SimpleGroup;
import org.wordloom.model.WordVectors;
import org.wordloom.search.AnalogyMethod;
import org.wordloom.search.ExactSearch;
import org.wordloom.search.Neighbor;
import org.wordloom.tokenizer.TokenizerEncoder;

/** {@code wordloom neighbors}: the nearest words of words, or the answers of analogies. */
final class NeighborsCommand implements Command {
    private static final int DEFAULT_NEIGHBORS = 10;
    private static final int ANALOGY_WORDS = 3;

    private final CommonSettings common = new CommonSettings(false);
    private final ModelSettings model = new ModelSettings(0);
    private final LookUpSettings lookUp = new LookUpSettings();
    private final SearchKernel kernel = new SearchKernel();
    private final SettingGroup search;
    private final Setting<List<String>> operands = Setting.texts(
            "words", "WORD", "words to look up; - reads them from the standard input", () -> List.of(), this::setWords);
    private List<String> words = List.of();
    private List<String> analogies = List.of();
    private AnalogyMethod method = AnalogyMethod.COS_ADD;
    private int k = DEFAULT_NEIGHBORS;
    private boolean json;

    NeighborsCommand() {
        search = new SimpleGroup(
                "Search",
                List.of(
                        Setting.integer("k", "how many neighbours", () -> k, value -> k = value),
                        new Setting<>(
                                "analogy",
                                Setting.Arity.THREE,
                                "A B C",
                                "A is to B as C is to what? May be given several times",
                                Reading.texts(),
                                () -> analogies,
                                value -> analogies = value),
                        MethodReading.setting(() -> method, value -> method = value),
                        kernel.setting(),
                        Setting.flag("json", "print JSON", () -> json, value -> json = value)),
                this::check);
    }

    @Override
    public List<SettingGroup> groups() {
        return List.of(model, lookUp, search);
    }

    @Override
    public CommonSettings common() {
        return common;
    }

    @Override
    public Optional<Setting<List<String>>> operands() {
        return Optional.of(operands);
    }

    @Override
    public List<String> examples() {
        return List.of(
                "",
                "Examples:",
                "  wordloom neighbors --model my-vectors king queen",
                "  wordloom neighbors --model my-vectors --analogy man king woman");
    }

    @Override
    public void run(Console console) {
        WordVectors vectors = model.read();
        try (ExactSearch exact = kernel.open(vectors, vectors.size(), model.threads())) {
            answer(vectors, exact, console);
        }
    }

    private void answer(WordVectors vectors, ExactSearch exact, Console console) {
        LookedUpWords lookedUp = new LookedUpWords(vectors.vocabulary(), lookUp.tokenizer(model.model()));
        UnknownWords unknown =
                new UnknownWords(vectors.vocabulary(), model.restrictVocabulary(), lookedUp, this::tokenizer);
        Map<String, List<Neighbor>> answers = new LinkedHashMap<>();
        List<String> known =
                withStandardInput().distinct().filter(unknown::knows).toList();
        List<List<Neighbor>> found = known.isEmpty()
                ? List.of()
                : exact.nearest(known.stream().map(lookedUp::name).toList(), k);
        for (int i = 0; i < known.size(); i++) {
            answers.put(title(known.get(i), lookedUp), found.get(i));
        }
        for (int i = 0; i + ANALOGY_WORDS <= analogies.size(); i += ANALOGY_WORDS) {
            List<String> question = analogies.subList(i, i + ANALOGY_WORDS);
            if (unknown.knowsAll(question)) {
                answer(question, lookedUp, exact, answers);
            }
        }
        if (!lookedUp.note().isEmpty()) {
            console.note("looked up among pieces: %s; --pieces takes all as they are spelt", lookedUp.note());
        }
        print(answers, console);
        unknown.throwIfAny();
    }

    /** The words, those of the standard input in the place of the first "-". */
    private Stream<String> withStandardInput() {
        int dash = words.indexOf("-");
        if (dash < 0) {
            return words.stream();
        }
        List<List<String>> parts =
                List.of(words.subList(0, dash), StandardInput.words(), words.subList(dash + 1, words.size()));
        return parts.stream().flatMap(List::stream);
    }

    private void answer(
            List<String> question, LookedUpWords lookedUp, ExactSearch exact, Map<String, List<Neighbor>> answers) {
        List<String> names = question.stream().map(lookedUp::name).toList();
        List<String> titles =
                question.stream().map(word -> title(word, lookedUp)).toList();
        answers.put(
                titles.get(0) + " : " + titles.get(1) + " = " + titles.get(2) + " : ?",
                exact.analogy(names.get(0), names.get(1), names.get(2), k, method));
    }

    /** Programs find their words again in JSON; the note tells what they were looked up as. */
    private String title(String word, LookedUpWords lookedUp) {
        return json ? word : lookedUp.label(word);
    }

    private Optional<TokenizerEncoder> tokenizer() {
        return lookUp.known(model.model()).map(pieces -> pieces.tokenizer().newEncoder());
    }

    private void print(Map<String, List<Neighbor>> answers, Console console) {
        if (json) {
            console.result(Json.text(answers));
        } else {
            answers.forEach((title, neighbors) -> console.result(lines(title, neighbors)));
        }
    }

    private static String lines(String title, List<Neighbor> neighbors) {
        List<String> lines = new ArrayList<>();
        lines.add(title);
        for (Neighbor neighbor : neighbors) {
            lines.add("  " + Table.number(neighbor.score(), 4) + "  " + neighbor.word());
        }
        return String.join("\n", lines);
    }

    private void setWords(List<String> value) {
        words = value;
    }

    private void check(Problems problems) {
        problems.require(k >= 1, "--k is %d, expected at least 1", k);
        problems.require(
                !words.isEmpty() || !analogies.isEmpty(),
                "no words: name some, or - to read them from the standard input, or ask for --analogy A B C");
        problems.require(
                analogies.size() % ANALOGY_WORDS == 0, "--analogy needs three words: A is to B as C is to what?");
        problems.require(!analogies.isEmpty() || !search.isExplicit("method"), "--method is for --analogy only");
    }
}
