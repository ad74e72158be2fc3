package org.wordloom.jobs.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wordloom.cluster.corpus.Corpus;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.tokenizer.TokenizeJob;
import org.wordloom.cluster.tokenizer.TokenizeOptions;
import org.wordloom.cluster.tokenizer.TokenizeSummary;
import org.wordloom.cluster.tokenizer.TokenizerBroadcast;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.report.RunRecord;
import org.wordloom.jobs.session.Session;
import org.wordloom.jobs.session.Stopwatch;
import org.wordloom.jobs.setting.SettingGroup;
import org.wordloom.jobs.setting.TextInputSettings;
import org.wordloom.jobs.setting.TokenizerFileSettings;
import org.wordloom.text.TokenizationOptions;

/**
 * Encodes files into an output folder, over Spark.
 *
 * @param groups all options, for the record
 */
record TokenizerEncodeRun(List<SettingGroup> groups, TokenizerFileSettings tokenizer, TextInputSettings input) {
    void run(String output, boolean overwrite, TokenizeOptions options, Console console) throws Exception {
        Stopwatch stopwatch = new Stopwatch();
        TokenizerBroadcast shared = TokenizerBroadcast.of(tokenizer.portable());
        try (Session session = stopwatch.time("start", () -> Session.start("tokenizer encode", 0, console));
                OutputFolder folder = session.output(output, overwrite)) {
            // Words are not looked for: a text goes to the tokenizer as it is.
            Corpus corpus = Corpus.list(session.storage(), input.options(TokenizationOptions.defaults()));
            folder.refuseInputs("input", corpus.options().inputs());
            corpus.warnings().forEach(console::warn);
            TokenizeSummary summary = stopwatch.time(
                    "tokenize", () -> new TokenizeJob(session.spark()).run(corpus, shared, options, folder));
            RunRecord.of("tokenizer encode", groups, stopwatch)
                    .corpus(summary.statistics())
                    .with("encoding", record(summary))
                    .write(folder);
            folder.commit();
            tell(summary, output, console);
        }
    }

    private static void tell(TokenizeSummary summary, String output, Console console) {
        console.note(
                "%,d texts encoded to %,d ids in %,d files, %.1f MB/s",
                summary.rows(), summary.statistics().tokens(), summary.parts(), megabytesPerSecond(summary));
        if (summary.statistics().defects() > 0) {
            console.warn(damage(summary));
        }
        if (summary.longRows() > 0) {
            console.warn(summary.longRows()
                    + " texts are longer than --longest-text: their rows are empty; raise it to encode them");
        }
        console.note("encodings written to %s", output);
    }

    /** What became of damage: a NUL is a character like others, and makes no text malformed. */
    private static String damage(TokenizeSummary summary) {
        List<String> kinds = new ArrayList<>();
        if (summary.malformedRows() > 0) {
            kinds.add(String.format(
                    Locale.ROOT,
                    "%,d texts are malformed (%,d bytes): malformed UTF-8 was encoded as U+FFFD, records that cannot be read"
                            + " have empty rows",
                    summary.malformedRows(),
                    summary.statistics().malformedBytes()));
        }
        if (summary.statistics().nulBytes() > 0) {
            kinds.add(String.format(
                    Locale.ROOT,
                    "%,d NUL bytes were encoded as they are",
                    summary.statistics().nulBytes()));
        }
        return String.join("; ", kinds) + "; first in " + summary.statistics().firstDefect();
    }

    private static Map<String, Object> record(TokenizeSummary summary) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("texts", summary.rows());
        record.put("ids", summary.statistics().tokens());
        record.put("malformed-texts", summary.malformedRows());
        record.put("too-long-texts", summary.longRows());
        record.put("files", summary.parts());
        record.put("seconds", summary.seconds());
        record.put("texts-per-second", summary.rows() / summary.seconds());
        record.put("megabytes-per-second", megabytesPerSecond(summary));
        return record;
    }

    private static double megabytesPerSecond(TokenizeSummary summary) {
        return summary.statistics().bytes() / 1e6 / summary.seconds();
    }
}
