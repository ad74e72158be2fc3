package org.wordloom.jobs.command;

import java.util.List;
import org.wordloom.cluster.corpus.Corpus;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.vocabulary.VocabularyJob;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.model.TokenizerCopy;
import org.wordloom.jobs.report.RunRecord;
import org.wordloom.jobs.session.Session;
import org.wordloom.jobs.session.Stopwatch;
import org.wordloom.jobs.setting.CommonSettings;
import org.wordloom.jobs.setting.CorpusSettings;
import org.wordloom.jobs.setting.OutputSettings;
import org.wordloom.jobs.setting.SettingGroup;
import org.wordloom.jobs.setting.VocabularySettings;

/** {@code wordloom vocab}: counts the words of a corpus. */
final class VocabCommand implements Command {
    private final CommonSettings common = new CommonSettings(true);
    private final CorpusSettings corpus = new CorpusSettings();
    private final VocabularySettings vocabulary = new VocabularySettings(false);
    private final OutputSettings output = OutputSettings.ofVocabulary();

    @Override
    public List<SettingGroup> groups() {
        return List.of(corpus, vocabulary, output);
    }

    @Override
    public CommonSettings common() {
        return common;
    }

    @Override
    public void run(Console console) throws Exception {
        Stopwatch stopwatch = new Stopwatch();
        try (Session session = stopwatch.time("start", () -> Session.start("vocab", 0, console));
                OutputFolder folder = OutputFolder.create(session.storage(), output.folder(), output.overwrite())) {
            Corpus text = Corpus.list(session.storage(), corpus.options());
            folder.refuseInputs("input", text.options().inputs());
            text.warnings().forEach(console::warn);
            VocabularyJob.Result result =
                    stopwatch.time("count", () -> new VocabularyJob(session.spark()).run(text, vocabulary.options()));
            VocabularyFile.write(result.vocabulary(), folder);
            TokenizerCopy.write(text.options().tokenization(), folder);
            RunRecord.of("vocab", groups(), stopwatch)
                    .corpus(result.statistics(), result.vocabulary())
                    .write(folder);
            folder.commit();
            CorpusNotes.tell(result.statistics(), result.vocabulary(), console);
            CorpusNotes.tellPieces(text.options().tokenization(), result.vocabulary(), console);
            console.note("vocabulary written to %s", output.folder());
        }
    }
}
