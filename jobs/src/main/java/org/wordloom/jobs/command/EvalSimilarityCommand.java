package org.wordloom.jobs.command;

import java.io.IOException;
import java.util.List;
import org.wordloom.base.Problems;
import org.wordloom.eval.SimilarityDataset;
import org.wordloom.eval.SimilarityEvaluation;
import org.wordloom.eval.SimilarityOptions;
import org.wordloom.eval.SimilarityResult;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.console.Table;
import org.wordloom.jobs.report.Json;
import org.wordloom.jobs.setting.CommonSettings;
import org.wordloom.jobs.setting.LookUpSettings;
import org.wordloom.jobs.setting.ModelSettings;
import org.wordloom.jobs.setting.Setting;
import org.wordloom.jobs.setting.SettingGroup;
import org.wordloom.jobs.setting.SimpleGroup;
import org.wordloom.model.WordVectors;

/** {@code wordloom eval similarity}: correlates cosines with human judgements. */
final class EvalSimilarityCommand implements Command {
    private static final SimilarityOptions DEFAULTS = SimilarityOptions.defaults();
    /** All are kept and sorted, and more of them say no more. */
    private static final int MOST_RESAMPLES = 1_000_000;

    private final CommonSettings common = new CommonSettings(false);
    private final ModelSettings model = new ModelSettings(DEFAULTS.restrictVocabulary());
    private final LookUpSettings lookUp = new LookUpSettings();
    private final SettingGroup evaluation;
    private List<String> data = List.of();
    private boolean caseSensitive = !DEFAULTS.ignoreCase();
    private boolean zeroForUnknown = DEFAULTS.zeroForUnknown();
    private int resamples = DEFAULTS.resamples();
    private long seed = DEFAULTS.seed();
    private boolean json;

    EvalSimilarityCommand() {
        evaluation = new SimpleGroup(
                "Evaluation",
                List.of(
                        Setting.paths(
                                "data",
                                "FILE",
                                "files of word pairs: word, word, score",
                                () -> data,
                                value -> data = value),
                        Setting.flag(
                                "case-sensitive",
                                "tell upper from lower case",
                                () -> caseSensitive,
                                value -> caseSensitive = value),
                        Setting.flag(
                                "zero-for-unknown",
                                "a pair with an unknown word counts with similarity 0 instead of being left out",
                                () -> zeroForUnknown,
                                value -> zeroForUnknown = value),
                        Setting.integer(
                                "resamples",
                                "draws of the bootstrap for the 95 % interval; 0: no interval",
                                () -> resamples,
                                value -> resamples = value),
                        Setting.whole("seed", "of the bootstrap", () -> seed, value -> seed = value),
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
        List<SimilarityDataset> sets = EvaluationFiles.similarity(data, console);
        WordVectors vectors = EvaluatedVectors.read(model, lookUp, console);
        SimilarityOptions options =
                new SimilarityOptions(!caseSensitive, zeroForUnknown, model.restrictVocabulary(), resamples, seed);
        List<SimilarityResult> results = sets.stream()
                .map(set -> SimilarityEvaluation.evaluate(vectors, set, options))
                .toList();
        console.result(json ? Json.text(results) : table(results));
    }

    private static String table(List<SimilarityResult> results) {
        Table table = new Table("data set", "pairs", "known", "Spearman", "95 % interval", "Pearson");
        for (SimilarityResult result : results) {
            table.row(
                    result.dataset(),
                    Integer.toString(result.pairs()),
                    Integer.toString(result.known()),
                    Table.number(result.spearman(), 4),
                    Double.isNaN(result.low())
                            ? "-"
                            : Table.number(result.low(), 3) + " … " + Table.number(result.high(), 3),
                    Table.number(result.pearson(), 4));
        }
        return table.text();
    }

    private void check(Problems problems) {
        problems.require(!data.isEmpty(), "--data is missing: name files of word pairs");
        problems.require(
                resamples >= 0 && resamples <= MOST_RESAMPLES,
                "--resamples is %d, expected 0 (no interval) to %d",
                resamples,
                MOST_RESAMPLES);
    }
}
