package org.wordloom.jobs.command;

import java.util.List;
import org.wordloom.base.Problems;
import org.wordloom.base.ThreadLimit;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.setting.CommonSettings;
import org.wordloom.jobs.setting.CorpusSettings;
import org.wordloom.jobs.setting.OutputSettings;
import org.wordloom.jobs.setting.ScheduleSettings;
import org.wordloom.jobs.setting.Setting;
import org.wordloom.jobs.setting.SettingGroup;
import org.wordloom.jobs.setting.SimpleGroup;
import org.wordloom.jobs.setting.TrainingSettings;
import org.wordloom.jobs.setting.VocabularySettings;
import org.wordloom.train.ArchitectureChoice;

/** {@code wordloom quickstart}: trains on the sample that comes with Wordloom and shows what was learnt. */
final class QuickstartCommand implements Command {
    private static final String FOLDER = "wordloom-quickstart";

    private final CommonSettings common = new CommonSettings(false);
    private final OutputSettings place = OutputSettings.inFolder(FOLDER);
    private final SettingGroup options;
    private int threads;
    private long seed = 1;

    QuickstartCommand() {
        options = new SimpleGroup(
                "Training",
                List.of(
                        Setting.integer(
                                "threads", "training threads; 0: all cores", () -> threads, value -> threads = value),
                        Setting.whole("seed", "of every random number", () -> seed, value -> seed = value)),
                this::check);
    }

    @Override
    public List<SettingGroup> groups() {
        return List.of(place, options);
    }

    @Override
    public CommonSettings common() {
        return common;
    }

    @Override
    public void run(Console console) throws Exception {
        console.note("Training skip-gram vectors on 10 MB of Wikipedia (CC BY-SA 3.0) …");
        String folder = train(console);
        Showcase.show(folder, console);
    }

    private String train(Console console) throws Exception {
        try (Sample sample = Sample.unpack(place.folder())) {
            CorpusSettings corpus = new CorpusSettings();
            VocabularySettings vocabulary = new VocabularySettings(true);
            TrainingSettings training = new TrainingSettings(ArchitectureChoice.SKIPGRAM);
            OutputSettings output = OutputSettings.ofTraining();
            List<SettingGroup> all = List.of(corpus, vocabulary, training, output);
            set(all, "input", sample.path());
            set(all, "output", place.folder());
            set(all, "overwrite", Boolean.toString(place.overwrite()));
            set(all, "threads", Integer.toString(threads));
            set(all, "seed", Long.toString(seed));
            // What a small text needs: many passes, little of the frequent words, and wide windows.
            set(all, "epochs", "15");
            set(all, "sample", "1e-4");
            set(all, "window", "8");
            return new TrainingRun("quickstart", all, corpus, vocabulary, training, ScheduleSettings.defaults(), output)
                    .run(console);
        }
    }

    private static void set(List<SettingGroup> groups, String name, String value) {
        Problems problems = new Problems();
        groups.stream()
                .flatMap(group -> group.settings().stream())
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .orElseThrow()
                .assign(List.of(value), "--" + name, problems);
        problems.throwIfAny();
    }

    private void check(Problems problems) {
        ThreadLimit.validate(threads, problems);
    }
}
