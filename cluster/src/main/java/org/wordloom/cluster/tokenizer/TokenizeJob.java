package org.wordloom.cluster.tokenizer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.corpus.Corpus;
import org.wordloom.cluster.corpus.CorpusOptions;
import org.wordloom.cluster.corpus.CorpusReader;
import org.wordloom.cluster.corpus.CorpusSplit;
import org.wordloom.cluster.corpus.CorpusStatistics;
import org.wordloom.cluster.corpus.MalformedText;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.progress.ExecutorProgress;
import org.wordloom.cluster.spark.Broadcasts;
import org.wordloom.cluster.spark.SparkRun;
import org.wordloom.cluster.storage.Storage;

/**
 * Encodes the texts of a corpus with a subword tokenizer: a file for each range of text that holds any, so that the files
 * do not depend on the cluster, in the order of the corpus when sorted by name. {@code parts.tsv} says which lines of
 * which file each of them holds.
 */
public final class TokenizeJob {
    /** Stage name of the progress reports; their unit is bytes as stored. */
    public static final String STAGE = "tokenize";

    /** The file that lists the others. */
    public static final String PARTS = "parts.tsv";

    private final JavaSparkContext spark;
    private final int cores;

    public TokenizeJob(JavaSparkContext spark) {
        this(spark, SparkRun.cores(spark));
    }

    /** Divides the work as for a cluster of so many cores. */
    TokenizeJob(JavaSparkContext spark, int cores) {
        this.spark = spark;
        this.cores = cores;
    }

    /**
     * Encodes.
     *
     * @param output receives the files
     * @throws org.wordloom.base.WordloomException INPUT when the text cannot be read or too much of it is malformed
     */
    public TokenizeSummary run(
            Corpus corpus, TokenizerBroadcast tokenizer, TokenizeOptions options, OutputFolder output)
            throws IOException {
        long start = System.nanoTime();
        List<TokenizedTask> tasks = SparkRun.stage(
                STAGE, corpus.bytes(), "bytes", key -> encode(corpus, tokenizer, options, output.staging(), key));
        CorpusStatistics statistics =
                CorpusStatistics.none().withFiles(corpus.files().size());
        List<TokenizedPart> parts = new ArrayList<>();
        long malformed = 0;
        long longRows = 0;
        long longBytes = 0;
        for (TokenizedTask task : tasks) {
            statistics = statistics.plus(task.statistics());
            parts.addAll(task.parts());
            malformed += task.malformedRows();
            longRows += task.longRows();
            longBytes += task.longBytes();
        }
        MalformedText.refuse(statistics, corpus.options());
        refuseLong(longRows, longBytes, statistics, corpus.options().malformedLimit(), options);
        parts.sort(Comparator.comparingInt(TokenizedPart::file).thenComparingLong(TokenizedPart::range));
        parts.forEach(part -> output.add(part.name(), part.length(), part.crc32c()));
        long rows = writeList(parts, output);
        double seconds = (System.nanoTime() - start) / 1e9;
        return new TokenizeSummary(statistics, rows, malformed, longRows, parts.size(), seconds);
    }

    private static void refuseLong(
            long rows, long bytes, CorpusStatistics statistics, double limit, TokenizeOptions options) {
        if (bytes > limit * statistics.bytes()) {
            throw new WordloomException(
                    ExitCode.INPUT,
                    String.format(
                            Locale.ROOT,
                            "%d texts are longer than --longest-text %d: %d bytes of %d, above --malformed-limit %s; raise"
                                    + " --longest-text, at a hundred bytes of memory for each, or that limit",
                            rows,
                            options.longestText(),
                            bytes,
                            statistics.bytes(),
                            limit));
        }
    }

    private List<TokenizedTask> encode(
            Corpus corpus, TokenizerBroadcast tokenizer, TokenizeOptions options, String staging, String progressKey) {
        CorpusOptions reading = corpus.options();
        List<ArrayList<CorpusSplit>> tasks = CorpusSplit.tasks(corpus, cores);
        try (Broadcasts broadcasts = new Broadcasts(spark)) {
            Broadcast<Storage> storage = broadcasts.send(new Storage(spark.hadoopConfiguration()));
            Broadcast<TokenizerBroadcast> shared = broadcasts.send(tokenizer);
            return spark.parallelize(tasks, tasks.size())
                    .map(splits ->
                            encode(storage.value(), reading, splits, shared.value(), options, staging, progressKey))
                    .collect();
        }
    }

    private static TokenizedTask encode(
            Storage storage,
            CorpusOptions reading,
            List<CorpusSplit> splits,
            TokenizerBroadcast tokenizer,
            TokenizeOptions options,
            String staging,
            String progressKey)
            throws IOException {
        long attempt = TaskContext.get().taskAttemptId();
        try (TokenizeSink sink = new TokenizeSink(
                        storage,
                        staging,
                        options,
                        attempt,
                        tokenizer.tokenizer().newEncoder());
                CorpusReader reader = new CorpusReader(
                        storage, reading, splits, ExecutorProgress.instance().counter(progressKey))) {
            boolean more = true;
            while (more) {
                more = reader.next(sink);
            }
            return sink.result();
        }
    }

    /** A name may hold what ends a field or a line. */
    private static String escaped(String path) {
        return path.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    /** A line a part: its name, the file its texts come from, the number of the first there, texts, ids. */
    private static long writeList(List<TokenizedPart> parts, OutputFolder output) throws IOException {
        StringBuilder list = new StringBuilder("part\tsource\tfirst-row\trows\tids\n");
        long rows = 0;
        long inFile = 0;
        int file = -1;
        for (TokenizedPart part : parts) {
            inFile = part.file() == file ? inFile : 0;
            file = part.file();
            list.append(part.name()).append('\t').append(escaped(part.source())).append('\t');
            list.append(inFile + 1).append('\t').append(part.rows()).append('\t');
            list.append(part.tokens()).append('\n');
            inFile += part.rows();
            rows += part.rows();
        }
        try (OutputStream out = output.newFile(PARTS)) {
            out.write(list.toString().getBytes(StandardCharsets.UTF_8));
        }
        return rows;
    }
}
