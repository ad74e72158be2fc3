package org.wordloom.jobs.command;

import java.util.List;
import org.wordloom.base.Problems;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.setting.CommonSettings;
import org.wordloom.jobs.setting.CorpusSettings;
import org.wordloom.jobs.setting.OutputSettings;
import org.wordloom.jobs.setting.Reading;
import org.wordloom.jobs.setting.SettingGroup;
import org.wordloom.jobs.setting.TrainingSettings;
import org.wordloom.jobs.setting.VocabularySettings;
import org.wordloom.model.VectorSelection;
import org.wordloom.train.TrainingOptions.Architecture;
import org.wordloom.train.TrainingOptions.Loss;

/** {@code wordloom train skipgram|cbow}: from text to vectors. */
final class TrainCommand implements Command {
    private final CommonSettings common = new CommonSettings(true);
    private final CorpusSettings corpus = new CorpusSettings();
    private final VocabularySettings vocabulary = new VocabularySettings(true);
    private final TrainingSettings training;
    private final OutputSettings output = OutputSettings.ofTraining();
    private final String name;

    TrainCommand(Architecture architecture) {
        training = new TrainingSettings(architecture);
        name = "train " + Reading.nameOf(architecture);
    }

    @Override
    public List<SettingGroup> groups() {
        return List.of(corpus, vocabulary, training, output);
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
    }

    @Override
    public List<String> examples() {
        return List.of(
                "",
                "Example:",
                "  wordloom " + name + " --input text.txt --output my-vectors",
                "Presets that reproduce published runs are in conf/presets: --config conf/presets/FILE");
    }

    @Override
    public void run(Console console) throws Exception {
        new TrainingRun(name, groups(), corpus, vocabulary, training, output).run(console);
    }
}
