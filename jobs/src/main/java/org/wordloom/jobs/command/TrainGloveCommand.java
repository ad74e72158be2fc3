package org.wordloom.jobs.command;

import java.util.List;
import org.wordloom.base.Problems;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.setting.CheckpointSettings;
import org.wordloom.jobs.setting.CommonSettings;
import org.wordloom.jobs.setting.CooccurrenceSettings;
import org.wordloom.jobs.setting.CorpusSettings;
import org.wordloom.jobs.setting.GloveSettings;
import org.wordloom.jobs.setting.OutputSettings;
import org.wordloom.jobs.setting.Setting;
import org.wordloom.jobs.setting.SettingGroup;
import org.wordloom.jobs.setting.SimpleGroup;
import org.wordloom.jobs.setting.VocabularySettings;
import org.wordloom.model.VectorSelection;

/** {@code wordloom train glove}: from co-occurrence counts, or from text, to vectors. */
final class TrainGloveCommand implements Command {
    private final CommonSettings common = new CommonSettings(true);
    private final CorpusSettings corpus = new CorpusSettings(() -> folder().isEmpty());
    private final VocabularySettings vocabulary = new VocabularySettings(true);
    private final GloveSettings training = new GloveSettings();
    private final CooccurrenceSettings cooccurrence =
            new CooccurrenceSettings(() -> training.options().dim());
    private final CheckpointSettings checkpoints = new CheckpointSettings();
    private final OutputSettings output = OutputSettings.ofTraining(VectorSelection.SUM);
    private final SimpleGroup counts = new SimpleGroup(
            "Counts",
            List.of(Setting.text(
                    "cooccurrence",
                    "DIR",
                    "train on the counts of wordloom cooccur instead of counting --input",
                    this::folder,
                    value -> folder = value)),
            this::refuseBoth);
    private String folder = "";

    @Override
    public List<SettingGroup> groups() {
        return List.of(counts, corpus, vocabulary, cooccurrence, training, checkpoints, output);
    }

    @Override
    public CommonSettings common() {
        return common;
    }

    @Override
    public List<String> examples() {
        return List.of(
                "",
                "Examples:",
                "  wordloom train glove --input text.txt --output my-vectors",
                "  wordloom cooccur --input text.txt --output counts",
                "  wordloom train glove --cooccurrence counts --x-max 10 --output my-vectors",
                "After a crash the same command with --resume goes on.",
                "Presets that reproduce published runs are in conf/presets: --config conf/presets/FILE");
    }

    @Override
    public void run(Console console) throws Exception {
        new GloveRun(groups(), folder, corpus, vocabulary, cooccurrence, training, checkpoints, output).run(console);
    }

    private String folder() {
        return folder;
    }

    /** Everything about text and counting was decided when the counts were made. */
    private void refuseBoth(Problems problems) {
        if (folder.isEmpty()) {
            return;
        }
        for (SettingGroup group : List.of(corpus, vocabulary, cooccurrence)) {
            for (Setting<?> setting : group.settings()) {
                problems.require(
                        !setting.isExplicit() || setting.name().equals("blocks"),
                        "--cooccurrence and --%s contradict each other: the counts were made before",
                        setting.name());
            }
        }
    }
}
