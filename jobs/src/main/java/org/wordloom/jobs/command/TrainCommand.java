package org.wordloom.jobs.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.wordloom.base.Problems;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.setting.CheckpointSettings;
import org.wordloom.jobs.setting.CommonSettings;
import org.wordloom.jobs.setting.Contradictions;
import org.wordloom.jobs.setting.CorpusSettings;
import org.wordloom.jobs.setting.CountSettings;
import org.wordloom.jobs.setting.OutputSettings;
import org.wordloom.jobs.setting.Reading;
import org.wordloom.jobs.setting.Setting;
import org.wordloom.jobs.setting.SettingGroup;
import org.wordloom.jobs.setting.StrataSettings;
import org.wordloom.jobs.setting.TrainingSettings;
import org.wordloom.jobs.setting.TrainingSettings.Schedule;
import org.wordloom.jobs.setting.VocabularySettings;
import org.wordloom.model.VectorSelection;
import org.wordloom.train.TrainingOptions.Architecture;
import org.wordloom.train.TrainingOptions.Loss;

/** {@code wordloom train skipgram|cbow}: from text to vectors; skip-gram from counted pairs too. */
final class TrainCommand implements Command {
    private final CommonSettings common = new CommonSettings(true);
    private final CountSettings counts = new CountSettings();
    private final StrataSettings strata = new StrataSettings();
    private final CheckpointSettings checkpoints = new CheckpointSettings();
    private final CorpusSettings corpus = new CorpusSettings(() -> !counts.given());
    private final VocabularySettings vocabulary = new VocabularySettings(true);
    private final TrainingSettings training;
    private final OutputSettings output = OutputSettings.ofTraining();
    private final String name;
    private final boolean skipGram;

    TrainCommand(Architecture architecture) {
        training = new TrainingSettings(architecture);
        name = "train " + Reading.nameOf(architecture);
        skipGram = architecture == Architecture.SKIPGRAM;
    }

    @Override
    public List<SettingGroup> groups() {
        return skipGram
                ? List.of(corpus, vocabulary, training, counts, strata, checkpoints, output)
                : List.of(corpus, vocabulary, training, output);
    }

    @Override
    public CommonSettings common() {
        return common;
    }

    @Override
    public void validate(Problems problems) {
        boolean needsWords = output.vectors() != VectorSelection.INPUT;
        problems.require(
                !needsWords || training.options().loss() == Loss.NEGATIVE_SAMPLING,
                "--hs and --vectors %s contradict each other: the output rows of hierarchical softmax are no words",
                Reading.nameOf(output.vectors()));
        if (counts.given()) {
            validateCounts(problems);
        } else {
            validateText(problems);
        }
    }

    private void validateCounts(Problems problems) {
        training.useRatesOfStrata();
        Contradictions.refuse(
                "from-cooccurrence", List.of(corpus, vocabulary), Set.of(), "the counts were made before", problems);
        problems.require(
                !training.isExplicit("window"),
                "--from-cooccurrence and --window contradict each other: the window lies in the counts");
        for (String option : List.of("blocks", "byte-budget")) {
            problems.require(
                    !strata.isExplicit(option),
                    "--from-cooccurrence and --%s contradict each other: the counts lie in blocks already",
                    option);
        }
        problems.require(
                training.options().loss() == Loss.NEGATIVE_SAMPLING,
                "--from-cooccurrence and --hs contradict each other: counted pairs train with negative sampling only");
        problems.require(
                training.schedule() != Schedule.HOGWILD,
                "--from-cooccurrence and --schedule hogwild contradict each other: counts are trained by strata");
    }

    private void validateText(Problems problems) {
        if (training.schedule() == Schedule.STRATA) {
            validateStrata(problems);
        } else {
            for (SettingGroup group : List.of(strata, checkpoints)) {
                for (Setting<?> setting : group.settings()) {
                    problems.require(
                            !setting.isExplicit(), "--%s is for --schedule strata; say that too", setting.name());
                }
            }
        }
    }

    /** Strata train sums over pairs of an input row and an output row; what is none is refused with the reason. */
    private void validateStrata(Problems problems) {
        training.useRatesOfStrata();
        problems.require(
                skipGram,
                "--schedule strata cannot train cbow: its hidden vector is the mean of several rows, which lie in"
                        + " different blocks; say auto or hogwild");
        problems.require(
                training.options().loss() == Loss.NEGATIVE_SAMPLING,
                "--schedule strata and --hs contradict each other: all words share the nodes near the root of the"
                        + " Huffman tree, so that no blocks of nodes keep visits apart; say auto or hogwild");
    }

    @Override
    public List<String> examples() {
        List<String> examples = new ArrayList<>(List.of(
                "",
                skipGram ? "Examples:" : "Example:",
                "  wordloom " + name + " --input text.txt --output my-vectors"));
        if (skipGram) {
            examples.add("  wordloom " + name + " --schedule strata --exact --input text.txt --output my-vectors");
            examples.add("  wordloom cooccur --input text.txt --window 5 --weighting linear --output counts");
            examples.add("  wordloom " + name + " --schedule strata --from-cooccurrence counts --output my-vectors");
        }
        examples.add("Presets that reproduce published runs are in conf/presets: --config conf/presets/FILE");
        return examples;
    }

    @Override
    public void run(Console console) throws Exception {
        if (counts.given()) {
            new PairRun(name, groups(), counts, strata, training, checkpoints, output).run(console);
        } else if (training.schedule() == Schedule.STRATA) {
            new TextStrataRun(name, groups(), corpus, vocabulary, training, strata, checkpoints, output).run(console);
        } else {
            new TrainingRun(name, groups(), corpus, vocabulary, training, output).run(console);
        }
    }
}
