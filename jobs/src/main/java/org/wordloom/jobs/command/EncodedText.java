package org.wordloom.jobs.command;

import org.wordloom.cluster.corpus.Corpus;
import org.wordloom.cluster.corpus.CorpusStatistics;
import org.wordloom.cluster.encoding.EncodeJob;
import org.wordloom.cluster.encoding.EncodedCorpus;
import org.wordloom.cluster.vocabulary.VocabularyJob;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.session.Session;
import org.wordloom.jobs.session.Stopwatch;
import org.wordloom.jobs.setting.VocabularySettings;
import org.wordloom.text.Tokenization;
import org.wordloom.vocab.Vocabulary;

/**
 * The first stages of everything that reads text: its words counted, or taken from an earlier output, and the text as ids.
 *
 * @param tokenization how the text became words
 * @param vocabulary the words
 * @param corpus the shards of ids
 * @param statistics of the text
 */
record EncodedText(
        Tokenization tokenization, Vocabulary vocabulary, EncodedCorpus corpus, CorpusStatistics statistics) {
    /** @param workFolder where the shards are written */
    static EncodedText of(
            Corpus text,
            VocabularySettings vocabulary,
            String workFolder,
            Session session,
            Stopwatch stopwatch,
            Console console)
            throws Exception {
        text.warnings().forEach(console::warn);
        VocabularyJob.Result counted = stopwatch.time("count", () -> count(session, vocabulary, text));
        Vocabulary words = counted.vocabulary();
        EncodedCorpus encoded =
                stopwatch.time("encode", () -> new EncodeJob(session.spark()).run(text, words, workFolder));
        CorpusStatistics statistics =
                encoded.statistics().withDistinctWords(counted.statistics().distinctWords());
        CorpusNotes.tell(statistics, words, console);
        CorpusNotes.tellPieces(text.options().tokenization(), words, console);
        return new EncodedText(text.options().tokenization(), words, encoded, statistics);
    }

    /** Counts the text, or takes the words of an earlier output: then nothing is known of the text yet. */
    private static VocabularyJob.Result count(Session session, VocabularySettings vocabulary, Corpus text)
            throws Exception {
        return vocabulary.folder().isEmpty()
                ? new VocabularyJob(session.spark()).run(text, vocabulary.options())
                : new VocabularyJob.Result(
                        VocabularyFile.read(
                                session.storage(),
                                vocabulary.folder(),
                                text.options().tokenization()),
                        CorpusStatistics.none());
    }
}
