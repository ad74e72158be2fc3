package org.wordloom.jobs.command;

import java.util.List;
import org.wordloom.cluster.OutputFolder;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.report.RunRecord;
import org.wordloom.jobs.session.Session;
import org.wordloom.jobs.session.Stopwatch;
import org.wordloom.jobs.setting.CommonSettings;
import org.wordloom.jobs.setting.CooccurrenceSettings;
import org.wordloom.jobs.setting.CorpusSettings;
import org.wordloom.jobs.setting.OutputSettings;
import org.wordloom.jobs.setting.SettingGroup;
import org.wordloom.jobs.setting.VocabularySettings;

/** {@code wordloom cooccur}: counts pairs of words. */
final class CooccurCommand implements Command {
    private final CommonSettings common = new CommonSettings(true);
    private final CorpusSettings corpus = new CorpusSettings();
    private final VocabularySettings vocabulary = new VocabularySettings(true);
    private final CooccurrenceSettings cooccurrence = new CooccurrenceSettings();
    private final OutputSettings output = OutputSettings.ofVocabulary();

    @Override
    public List<SettingGroup> groups() {
        return List.of(corpus, vocabulary, cooccurrence, output);
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
                "  wordloom cooccur --input text.txt --output counts",
                "  wordloom cooccur --input text.txt --vocab words --window 15 --output counts",
                "Then: wordloom train glove --cooccurrence counts --output vectors");
    }

    @Override
    public void run(Console console) throws Exception {
        Stopwatch stopwatch = new Stopwatch();
        try (Session session = stopwatch.time("start", () -> Session.start("cooccur", 0, console.progress()));
                OutputFolder folder = OutputFolder.create(session.storage(), output.folder(), output.overwrite())) {
            PairCounting.Counted counted =
                    new PairCounting(corpus, vocabulary, cooccurrence).into(folder, session, stopwatch, console);
            RunRecord.of("cooccur", groups(), stopwatch)
                    .corpus(counted.statistics(), counted.vocabulary())
                    .with(
                            "cooccurrence",
                            CooccurrenceNotes.record(counted.plan(), counted.estimate(), counted.summary()))
                    .write(folder);
            folder.commit();
            CooccurrenceNotes.tell(counted.summary(), console);
            console.note("co-occurrences written to %s", output.folder());
        }
    }
}
