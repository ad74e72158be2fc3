package org.wordloom.jobs.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.wordloom.cluster.output.ModelWriter;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.format.WordModelFormat;
import org.wordloom.jobs.Version;
import org.wordloom.jobs.setting.SettingGroup;
import org.wordloom.model.VectorSelection;
import org.wordloom.model.WordVectors;

/**
 * What the report of every model has alike, however it was trained.
 *
 * @param groups the options of the command
 * @param selection which vectors are shown
 * @param totalCount occurrences of all words of the vocabulary
 */
record ModelPage(List<SettingGroup> groups, VectorSelection selection, long totalCount) {
    private static final String FILE = "report.html";
    /** Rows of the model that are read: enough for the map and the neighbours, whatever the model's size. */
    private static final int ROWS = 5_000;

    /**
     * Writes {@code report.html}; the model must be in the folder's staging place already.
     *
     * @param html makes the page from the first vectors
     */
    OutputFolder write(Storage storage, OutputFolder folder, Function<WordVectors, String> html) throws IOException {
        String page = html.apply(read(storage, Storage.child(folder.staging(), ModelWriter.MODEL_FILE)));
        try (OutputStream out = folder.newFile(FILE)) {
            out.write(page.getBytes(StandardCharsets.UTF_8));
        }
        return folder;
    }

    /** Neighbours, and a map of words. */
    void addWords(HtmlPage page, WordVectors vectors) {
        ContentWords content = new ContentWords(vectors, totalCount);
        NeighborTable.add(page, vectors, content.examples());
        page.pictures(
                "Map of frequent words",
                String.format(
                        Locale.ROOT,
                        "Words that are used alike lie near each other (t-SNE%s; only nearness has a meaning, axes have"
                                + " none). Frequent words are shown, without function words.",
                        selection == VectorSelection.INPUT ? " of the input vectors" : ""),
                WordMap.svg(vectors, content.forMap()));
    }

    /** The options, and the end of the page. */
    String finish(HtmlPage page) {
        RunRecord.tokenizer(groups).ifPresent(tokenizer -> {
            page.section("Tokenizer");
            page.caption("The words are pieces of the tokenizer in " + tokenizer.file() + " of this folder.");
            page.table(tokenizer.values().entrySet().stream()
                    .map(entry -> new String[] {entry.getKey(), String.valueOf(entry.getValue())})
                    .toList());
        });
        for (SettingGroup group : groups) {
            page.section("Options: " + group.title().toLowerCase(Locale.ROOT));
            page.table(OptionTable.rows(group));
        }
        page.footer("Written by Wordloom " + Version.current() + ". The figures are in run.json too.");
        return page.html();
    }

    private WordVectors read(Storage storage, String model) throws IOException {
        try (InputStream in = storage.open(model)) {
            return WordModelFormat.readSelected(in, model, storage.size(model), selection, ROWS);
        }
    }
}
