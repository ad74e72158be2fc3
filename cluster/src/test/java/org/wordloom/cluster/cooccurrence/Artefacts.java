package org.wordloom.cluster.cooccurrence;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.wordloom.cluster.FolderDigest;
import org.wordloom.cluster.corpus.Corpus;
import org.wordloom.cluster.corpus.CorpusOptions;
import org.wordloom.cluster.encoding.EncodeJob;
import org.wordloom.cluster.encoding.EncodedCorpus;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.cluster.vocabulary.VocabularyJob;
import org.wordloom.cooccurrence.Cells;
import org.wordloom.vocab.Vocabulary;
import org.wordloom.vocab.VocabularyOptions;

/** Artefacts made from text, for tests, and what is in them. */
final class Artefacts {
    private Artefacts() {}

    static Corpus corpus(long rangeBytes, Path text) {
        return Corpus.list(
                Storage.local(), CorpusOptions.of(List.of(text.toString())).withRangeBytes(rangeBytes));
    }

    static Vocabulary vocabulary(JavaSparkContext spark, Corpus corpus) {
        return new VocabularyJob(spark).run(corpus, new VocabularyOptions(2, 0)).vocabulary();
    }

    /** Counts a text into a new folder. */
    static CooccurrenceSummary count(JavaSparkContext spark, Corpus corpus, CooccurrencePlan plan, Path output) {
        Vocabulary vocabulary = vocabulary(spark, corpus);
        try (OutputFolder folder = OutputFolder.create(Storage.local(), output.toString(), false)) {
            EncodedCorpus encoded = new EncodeJob(spark).run(corpus, vocabulary, folder.workFolder());
            CooccurrenceSummary summary = new CooccurrenceJob(spark).run(encoded, vocabulary, plan, folder);
            folder.commit();
            return summary;
        }
    }

    /** All cells by word ids. */
    static SortedMap<List<Integer>, Float> cells(CooccurrenceFolder folder) {
        SortedMap<List<Integer>, Float> all = new TreeMap<>((a, b) -> {
            int rows = a.get(0).compareTo(b.get(0));
            return rows != 0 ? rows : a.get(1).compareTo(b.get(1));
        });
        for (int i = 0; i < folder.blocks(); i++) {
            for (int j = 0; j < folder.blocks(); j++) {
                Cells cells = folder.cells(i, j);
                for (int cell = 0; cell < cells.size(); cell++) {
                    int row = folder.partition().row(i, cells.rows()[cell]);
                    int column = folder.partition().row(j, cells.columns()[cell]);
                    all.put(List.of(row, column), cells.values()[cell]);
                }
            }
        }
        return all;
    }

    /** The checksums of all files of a folder, by name. */
    static SortedMap<String, String> digest(Path folder) {
        return FolderDigest.of(folder);
    }
}
