package org.wordloom.jobs.command;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wordloom.base.Problems;
import org.wordloom.eval.AnalogyEvaluation;
import org.wordloom.eval.AnalogyOptions;
import org.wordloom.eval.AnalogyQuestions;
import org.wordloom.eval.AnalogyResult;
import org.wordloom.eval.AnalogyResult.Score;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.console.Table;
import org.wordloom.jobs.report.Json;
import org.wordloom.jobs.setting.CommonSettings;
import org.wordloom.jobs.setting.LookUpSettings;
import org.wordloom.jobs.setting.MethodReading;
import org.wordloom.jobs.setting.ModelSettings;
import org.wordloom.jobs.setting.SearchKernel;
import org.wordloom.jobs.setting.Setting;
import org.wordloom.jobs.setting.SettingGroup;
import org.wordloom.jobs.setting.SimpleGroup;
import org.wordloom.model.WordVectors;
import org.wordloom.search.AnalogyMethod;
import org.wordloom.search.ExactSearch;

/** {@code wordloom eval analogy}: answers analogy questions and counts the right answers. */
final class EvalAnalogyCommand implements Command {
    private static final AnalogyOptions DEFAULTS = AnalogyOptions.defaults();

    private final CommonSettings common = new CommonSettings(false);
    private final ModelSettings model = new ModelSettings(DEFAULTS.restrictVocabulary());
    private final LookUpSettings lookUp = new LookUpSettings();
    private final SearchKernel kernel = new SearchKernel();
    private final SettingGroup evaluation;
    private List<String> data = List.of();
    private AnalogyMethod method = DEFAULTS.method();
    private boolean caseSensitive = !DEFAULTS.ignoreCase();
    private boolean wrongForUnknown = DEFAULTS.wrongForUnknown();
    private boolean json;

    EvalAnalogyCommand() {
        evaluation = new SimpleGroup(
                "Evaluation",
                List.of(
                        Setting.paths(
                                "data",
                                "FILE",
                                "question files in the form of word2vec's questions-words.txt",
                                () -> data,
                                value -> data = value),
                        MethodReading.setting(() -> method, value -> method = value),
                        Setting.flag(
                                "case-sensitive",
                                "tell upper from lower case",
                                () -> caseSensitive,
                                value -> caseSensitive = value),
                        Setting.flag(
                                "wrong-for-unknown",
                                "a question with an unknown word counts as wrong instead of being left out",
                                () -> wrongForUnknown,
                                value -> wrongForUnknown = value),
                        kernel.setting(),
                        Setting.flag("json", "print JSON", () -> json, value -> json = value)),
                this::check);
    }

    @Override
    public List<SettingGroup> groups() {
        return List.of(model, lookUp, evaluation);
    }

    @Override
    public CommonSettings common() {
        return common;
    }

    @Override
    public void run(Console console) throws IOException {
        List<AnalogyQuestions> sets = EvaluationFiles.analogies(data, console);
        WordVectors vectors = EvaluatedVectors.read(model, lookUp, console);
        AnalogyOptions options = new AnalogyOptions(
                method, model.restrictVocabulary(), !caseSensitive, wrongForUnknown, model.threads());
        Map<String, AnalogyResult> results = new LinkedHashMap<>();
        try (ExactSearch search = kernel.open(vectors, options.restrictVocabulary(), options.threads())) {
            for (AnalogyQuestions set : sets) {
                results.put(set.name(), AnalogyEvaluation.evaluate(vectors, set, options, search));
            }
        }
        if (json) {
            console.result(Json.text(results));
        } else {
            results.forEach((name, result) -> console.result(table(name, result)));
        }
    }

    private static String table(String name, AnalogyResult result) {
        Table table = new Table(name, "correct", "asked", "unknown", "accuracy");
        result.sections().forEach(score -> row(table, score));
        List.of(result.semantic(), result.syntactic(), result.total()).forEach(score -> row(table, score));
        return table.text();
    }

    private static void row(Table table, Score score) {
        table.row(
                score.name(),
                Integer.toString(score.correct()),
                Integer.toString(score.asked()),
                Integer.toString(score.unknown()),
                score.asked() == 0 ? "-" : Table.number(100 * score.accuracy(), 2) + " %");
    }

    private void check(Problems problems) {
        problems.require(!data.isEmpty(), "--data is missing: name a file of analogy questions");
    }
}
