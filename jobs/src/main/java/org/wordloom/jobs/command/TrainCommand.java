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
import org.wordloom.jobs.setting.ReplicaSettings;
import org.wordloom.jobs.setting.ScheduleSettings;
import org.wordloom.jobs.setting.SettingGroup;
import org.wordloom.jobs.setting.StrataSettings;
import org.wordloom.jobs.setting.TrainingSettings;
import org.wordloom.jobs.setting.TrainingSettings.Schedule;
import org.wordloom.jobs.setting.VocabularySettings;
import org.wordloom.model.VectorSelection;
import org.wordloom.train.ArchitectureChoice;
import org.wordloom.train.KernelDecision;
import org.wordloom.train.ObjectiveChoice;

/** {@code wordloom train skipgram|cbow}: from text to vectors; skip-gram from counted pairs too. */
final class TrainCommand implements Command {
    private final CommonSettings common = new CommonSettings(true);
    private final CountSettings counts = new CountSettings();
    private final StrataSettings strata = new StrataSettings();
    private final ReplicaSettings replicas = new ReplicaSettings();
    private final CheckpointSettings checkpoints = CheckpointSettings.ofText();
    private final CorpusSettings corpus = new CorpusSettings(() -> !counts.given());
    private final VocabularySettings vocabulary = new VocabularySettings(true);
    private final TrainingSettings training;
    private final OutputSettings output = OutputSettings.ofTraining();
    private final String name;
    private final boolean skipGram;

    TrainCommand(ArchitectureChoice architecture) {
        training = new TrainingSettings(architecture);
        name = "train " + Reading.nameOf(architecture);
        skipGram = architecture == ArchitectureChoice.SKIPGRAM;
    }

    @Override
    public List<SettingGroup> groups() {
        return skipGram
                ? List.of(corpus, vocabulary, training, replicas, counts, strata, checkpoints, output)
                : List.of(corpus, vocabulary, training, replicas, checkpoints, output);
    }

    @Override
    public CommonSettings common() {
        return common;
    }

    @Override
    public void validate(Problems problems) {
        boolean needsWords = output.vectors() != VectorSelection.INPUT;
        problems.require(
                !needsWords || training.options().objective() == ObjectiveChoice.NEGATIVE_SAMPLING,
                "--hs and --vectors %s contradict each other: the output rows of hierarchical softmax are no words",
                Reading.nameOf(output.vectors()));
        // The plan of the strata refuses it too, but that is made when the text has been counted.
        KernelDecision.refuseExactOpenCl(training.options().kernel(), strata.exact(), problems);
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
        Contradictions.refuse(
                "from-cooccurrence", List.of(replicas), Set.of(), "counts are trained by strata", problems);
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
                training.options().objective() == ObjectiveChoice.NEGATIVE_SAMPLING,
                "--from-cooccurrence and --hs contradict each other: counted pairs train with negative sampling only");
        problems.require(
                training.schedule() != Schedule.HOGWILD,
                "--from-cooccurrence and --schedule hogwild contradict each other: counts are trained by strata");
    }

    private void validateText(Problems problems) {
        if (training.schedule() == Schedule.STRATA) {
            training.useRatesOfStrata();
        }
        schedules().validate(training.schedule(), training.options(), problems);
    }

    private ScheduleSettings schedules() {
        return new ScheduleSettings(replicas, strata, checkpoints);
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
        examples.add("Presets with the settings of published runs are in conf/presets: --config conf/presets/FILE");
        return examples;
    }

    @Override
    public void run(Console console) throws Exception {
        if (counts.given()) {
            new PairRun(name, groups(), counts, strata, training, checkpoints, output).run(console);
        } else {
            new TrainingRun(name, groups(), corpus, vocabulary, training, schedules(), output).run(console);
        }
    }
}
