package org.wordloom.jobs.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wordloom.cluster.corpus.CorpusStatistics;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.output.TrainingSummary;
import org.wordloom.jobs.Version;
import org.wordloom.jobs.session.Stopwatch;
import org.wordloom.jobs.setting.SettingGroup;
import org.wordloom.jobs.setting.TokenizerIdentity;
import org.wordloom.kernel.TileKernels;
import org.wordloom.vocab.Vocabulary;

/** What {@code run.json} says: options, versions, corpus, timings, losses. Names are those of the command line. */
public final class RunRecord {
    private static final String FILE = "run.json";

    private final Map<String, Object> content = new LinkedHashMap<>();
    private final Stopwatch stopwatch;

    private RunRecord(Stopwatch stopwatch) {
        this.stopwatch = stopwatch;
    }

    public static RunRecord of(String command, List<SettingGroup> groups, Stopwatch stopwatch) {
        RunRecord record = new RunRecord(stopwatch);
        record.content.put("command", command);
        record.content.put("finished", "");
        record.content.put("versions", versions());
        record.content.put("options", options(groups));
        tokenizer(groups).ifPresent(tokenizer -> record.content.put("tokenizer", tokenizer.values()));
        return record;
    }

    public RunRecord corpus(CorpusStatistics statistics, Vocabulary vocabulary) {
        corpus(statistics);
        content.put("vocabulary", Map.of("words", vocabulary.size(), "occurrences", vocabulary.totalCount()));
        return this;
    }

    /** The corpus of a command that takes no words from it. */
    public RunRecord corpus(CorpusStatistics statistics) {
        Map<String, Object> corpus = new LinkedHashMap<>();
        corpus.put("files", statistics.files());
        corpus.put("bytes", statistics.bytes());
        corpus.put("lines", statistics.lines());
        corpus.put("tokens", statistics.tokens());
        if (statistics.distinctWords() >= 0) {
            corpus.put("distinct-words", statistics.distinctWords());
        }
        corpus.put("malformed-bytes", statistics.malformedBytes());
        corpus.put("nul-bytes", statistics.nulBytes());
        corpus.put("first-defect", statistics.firstDefect());
        content.put("corpus", corpus);
        return this;
    }

    public RunRecord training(TrainingSummary summary, String schedule) {
        content.put("kernel", summary.kernel());
        if (!summary.kernelReason().isEmpty()) {
            content.put("kernel-reason", summary.kernelReason());
        }
        content.put("schedule", schedule);
        Map<String, Object> training = new LinkedHashMap<>();
        training.put("threads", summary.threads());
        training.put("seconds", summary.seconds());
        training.put("words", summary.words());
        training.put("words-per-second", summary.wordsPerSecond());
        training.put("loss", summary.loss());
        training.put("files", summary.files());
        training.put("over-time", summary.samples());
        content.put("training", training);
        return this;
    }

    /** Adds what only some commands have, under a name of its own. */
    public RunRecord with(String name, Object value) {
        content.put(name, value);
        return this;
    }

    /** Writes the file; later stages are not in it. */
    public void write(OutputFolder folder) throws IOException {
        content.put("finished", Instant.now().toString());
        content.put("stages", stopwatch.stages());
        content.put("process", Stopwatch.process());
        try (OutputStream out = folder.newFile(FILE)) {
            out.write((Json.text(content) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The tokenizer whose pieces the words are; empty where they are no pieces. */
    static Optional<TokenizerIdentity> tokenizer(List<SettingGroup> groups) {
        return groups.stream().flatMap(group -> group.tokenizer().stream()).findFirst();
    }

    /** The options as they were, by their names. */
    public static Map<String, Object> options(List<SettingGroup> groups) {
        Map<String, Object> options = new LinkedHashMap<>();
        groups.forEach(group -> group.settings().forEach(setting -> options.put(setting.name(), setting.value())));
        return options;
    }

    private static Map<String, String> versions() {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("wordloom", Version.current());
        versions.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
        versions.put("spark", org.apache.spark.package$.MODULE$.SPARK_VERSION());
        versions.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        versions.put("vectors", TileKernels.vectorBits() + " bits");
        return versions;
    }
}
