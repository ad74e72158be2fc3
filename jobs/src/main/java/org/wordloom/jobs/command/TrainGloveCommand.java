package org.wordloom.jobs.command;

import java.util.List;
import java.util.Set;
import org.wordloom.base.Problems;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.setting.CheckpointSettings;
import org.wordloom.jobs.setting.CommonSettings;
import org.wordloom.jobs.setting.CooccurrenceSettings;
import org.wordloom.jobs.setting.CorpusSettings;
import org.wordloom.jobs.setting.CountsFolderSettings;
import org.wordloom.jobs.setting.GloveSettings;
import org.wordloom.jobs.setting.OutputSettings;
import org.wordloom.jobs.setting.SettingGroup;
import org.wordloom.jobs.setting.VocabularySettings;
import org.wordloom.model.VectorSelection;

/** {@code wordloom train glove}: from co-occurrence counts, or from text, to vectors. */
final class TrainGloveCommand implements Command {
    private final CommonSettings common = new CommonSettings(true);
    private final CountsFolderSettings counts = new CountsFolderSettings("train on");
    private final CorpusSettings corpus = new CorpusSettings(() -> !counts.given());
    private final VocabularySettings vocabulary = new VocabularySettings(true);
    private final GloveSettings training = new GloveSettings();
    private final CooccurrenceSettings cooccurrence =
            new CooccurrenceSettings(() -> training.options().dim());
    private final CheckpointSettings checkpoints = new CheckpointSettings();
    private final OutputSettings output = OutputSettings.ofTraining(VectorSelection.SUM);

    @Override
    public List<SettingGroup> groups() {
        return List.of(counts, corpus, vocabulary, cooccurrence, training, checkpoints, output);
    }

    @Override
    public CommonSettings common() {
        return common;
    }

    @Override
    public void validate(Problems problems) {
        // The counts lie in blocks of some number: to say which is a check of it.
        counts.refuseBoth(List.of(corpus, vocabulary, cooccurrence), Set.of("blocks"), problems);
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
                "Presets with the settings of published runs are in conf/presets: --config conf/presets/FILE");
    }

    @Override
    public void run(Console console) throws Exception {
        new GloveRun(groups(), counts.folder(), corpus, vocabulary, cooccurrence, training, checkpoints, output)
                .run(console);
    }
}
