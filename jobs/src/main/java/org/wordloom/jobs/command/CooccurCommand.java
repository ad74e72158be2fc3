package org.wordloom.jobs.command;

import java.util.List;
import java.util.Set;
import org.wordloom.base.Problems;
import org.wordloom.cluster.cooccurrence.CooccurrenceSummary;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.report.RunRecord;
import org.wordloom.jobs.session.Session;
import org.wordloom.jobs.session.Stopwatch;
import org.wordloom.jobs.setting.CommonSettings;
import org.wordloom.jobs.setting.Contradictions;
import org.wordloom.jobs.setting.CooccurrenceSettings;
import org.wordloom.jobs.setting.CorpusSettings;
import org.wordloom.jobs.setting.GloveFileSettings;
import org.wordloom.jobs.setting.OutputSettings;
import org.wordloom.jobs.setting.SettingGroup;
import org.wordloom.jobs.setting.VocabularySettings;

/** {@code wordloom cooccur}: counts pairs of words. */
final class CooccurCommand implements Command {
    private final CommonSettings common = new CommonSettings(true);
    private final GloveFileSettings glove = new GloveFileSettings();
    private final CorpusSettings corpus = new CorpusSettings(() -> !glove.isNamed());
    private final VocabularySettings vocabulary = new VocabularySettings(true);
    private final CooccurrenceSettings cooccurrence = new CooccurrenceSettings();
    private final OutputSettings output = OutputSettings.ofVocabulary();

    @Override
    public List<SettingGroup> groups() {
        return List.of(corpus, glove, vocabulary, cooccurrence, output);
    }

    @Override
    public CommonSettings common() {
        return common;
    }

    @Override
    public void validate(Problems problems) {
        if (glove.isNamed()) {
            Contradictions.refuse(
                    "from-glove", List.of(corpus, vocabulary), Set.of(), "counts are read, and no text", problems);
        }
    }

    @Override
    public List<String> examples() {
        return List.of(
                "",
                "Examples:",
                "  wordloom cooccur --input text.txt --output counts",
                "  wordloom cooccur --input text.txt --vocab words --window 15 --output counts",
                "  wordloom cooccur --from-glove cooccurrence.bin --glove-vocab vocab.txt --output counts",
                "Then: wordloom train glove --cooccurrence counts --output vectors");
    }

    @Override
    public void run(Console console) throws Exception {
        Stopwatch stopwatch = new Stopwatch();
        try (Session session = stopwatch.time("start", () -> Session.start("cooccur", 0, console));
                OutputFolder folder = session.output(output.folder(), output.overwrite())) {
            CooccurrenceSummary summary = glove.isNamed()
                    ? fromGlove(folder, session, stopwatch)
                    : fromText(folder, session, stopwatch, console);
            folder.commit();
            CooccurrenceNotes.tell(summary, console);
            console.note("co-occurrences written to %s", output.folder());
        }
    }

    private CooccurrenceSummary fromText(OutputFolder folder, Session session, Stopwatch stopwatch, Console console)
            throws Exception {
        folder.refuseInputs("input", corpus.options().inputs());
        PairCounting.Counted counted =
                new PairCounting(corpus, vocabulary, cooccurrence).into(folder, session, stopwatch, console);
        RunRecord.of("cooccur", groups(), stopwatch)
                .corpus(counted.statistics(), counted.vocabulary())
                .with("cooccurrence", CooccurrenceNotes.record(counted.plan(), counted.estimate(), counted.summary()))
                .write(folder);
        return counted.summary();
    }

    private CooccurrenceSummary fromGlove(OutputFolder folder, Session session, Stopwatch stopwatch) throws Exception {
        GloveFileCounting.Counted counted = new GloveFileCounting(glove, cooccurrence).into(folder, session, stopwatch);
        RunRecord.of("cooccur", groups(), stopwatch)
                .with("cooccurrence", counted.record())
                .write(folder);
        return counted.summary();
    }
}
