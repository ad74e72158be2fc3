package org.wordloom.jobs.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.cooccurrence.CooccurrenceFolder;
import org.wordloom.cluster.corpus.Corpus;
import org.wordloom.cluster.corpus.CorpusFile;
import org.wordloom.cluster.corpus.CorpusStatistics;
import org.wordloom.cluster.output.ModelFolder;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.report.RunRecord;
import org.wordloom.jobs.session.Session;
import org.wordloom.jobs.session.Stopwatch;
import org.wordloom.jobs.setting.CooccurrenceSettings;
import org.wordloom.jobs.setting.CorpusSettings;
import org.wordloom.jobs.setting.SettingGroup;
import org.wordloom.jobs.setting.VocabularySettings;

/**
 * The counts that a run trains on: those of an earlier {@code wordloom cooccur}, or its own. Its own lie beside its
 * checkpoints, so that a resumed run need not count again.
 */
record GloveCounts(CorpusSettings corpus, VocabularySettings vocabulary, CooccurrenceSettings cooccurrence) {
    private static final String OWN = "cooccurrence";
    private static final String SOURCE = "cooccurrence.source";
    private static final int MAX_SOURCE_BYTES = 1 << 26;
    /** Options that change how counting goes, and not what it gives: a resumed run may have others. */
    private static final Set<String> WITHOUT_EFFECT = Set.of("memory");

    /**
     * Counts, opened.
     *
     * @param statistics of the text; none when the counts were there already
     */
    record Opened(CooccurrenceFolder folder, CorpusStatistics statistics) {}

    /**
     * Opens counts of an earlier run. USAGE error when other blocks are asked for than they are in, INPUT when they are
     * empty.
     */
    Opened open(String path, Session session) {
        CooccurrenceFolder folder = CooccurrenceFolder.open(session.storage(), path);
        if (cooccurrence.blocks() > 0 && cooccurrence.blocks() != folder.blocks()) {
            throw new WordloomException(
                    ExitCode.USAGE,
                    "--blocks is " + cooccurrence.blocks() + ", but the counts in " + path + " are in "
                            + folder.blocks() + " blocks: leave --blocks out, or count again with it");
        }
        PairsCheck.requireSome(folder, path);
        return new Opened(folder, CorpusStatistics.none());
    }

    /** Counts the text, or takes what the run that is resumed had counted of the same text. */
    Opened count(OutputFolder output, boolean resume, Session session, Stopwatch stopwatch, Console console)
            throws Exception {
        Storage storage = session.storage();
        String path = Storage.child(output.checkpoints(), OWN);
        String source = Storage.child(output.checkpoints(), SOURCE);
        Corpus text = Corpus.list(storage, corpus.options());
        String description = describe(text, storage);
        if (resume && isThere(storage, path, source, description)) {
            console.note("the counts of the run that is resumed are used again");
            return new Opened(CooccurrenceFolder.open(storage, path), CorpusStatistics.none());
        }
        storage.delete(source); // first: a description never stands beside counts of other options
        storage.delete(path);
        PairCounting.Counted counted;
        try (OutputFolder folder = OutputFolder.create(storage, path, false)) {
            counted =
                    new PairCounting(corpus, vocabulary, cooccurrence).into(folder, text, session, stopwatch, console);
            folder.commit();
        }
        CooccurrenceNotes.tell(counted.summary(), console);
        write(storage, source, description);
        return new Opened(CooccurrenceFolder.open(storage, path), counted.statistics());
    }

    private static boolean isThere(Storage storage, String path, String source, String description) {
        return storage.exists(path)
                && storage.exists(source)
                && new String(storage.readSmall(source, MAX_SOURCE_BYTES), StandardCharsets.UTF_8).equals(description);
    }

    private static void write(Storage storage, String source, String description) throws IOException {
        try (OutputStream out = storage.create(source)) {
            out.write(description.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** All that the counts follow from: options, the files with their lengths and times, and the vocabulary that is reused. */
    String describe(Corpus text, Storage storage) {
        StringBuilder description = new StringBuilder();
        List<SettingGroup> groups = List.of(corpus, vocabulary, cooccurrence);
        Map<String, Object> options = RunRecord.options(groups);
        options.keySet().removeAll(WITHOUT_EFFECT);
        options.forEach((name, value) ->
                description.append(name).append(" = ").append(value).append('\n'));
        if (!vocabulary.folder().isEmpty()) {
            int checksum = ModelFolder.open(storage, vocabulary.folder()).checksum(VocabularyFile.NAME);
            description.append("checksum of the vocabulary = ").append(checksum).append('\n');
        }
        String digest = text.options().tokenization().digest();
        if (!digest.isEmpty()) {
            description.append("digest of the tokenizer = ").append(digest).append('\n');
        }
        String words = String.valueOf(options.getOrDefault("dictionary", ""));
        if (!words.isEmpty()) {
            FileStatus status = storage.status(words);
            description.append(line(words, status.getLen(), status.getModificationTime()));
        }
        for (CorpusFile file : text.files()) {
            description.append(line(file.path(), file.length(), file.modified()));
        }
        return description.toString();
    }

    private static String line(String path, long length, long modified) {
        return path + " " + length + " of " + Instant.ofEpochMilli(modified) + "\n";
    }
}
