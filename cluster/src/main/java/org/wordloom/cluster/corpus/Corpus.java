package org.wordloom.cluster.corpus;

import java.util.List;
import org.wordloom.cluster.storage.Storage;

/**
 * The files of a corpus, listed once: sorted by path, hidden ones left out.
 *
 * @param options how to read them
 * @param files in the order of the corpus
 * @param warnings lines that the user should see, for instance of large files that cannot be split
 */
public record Corpus(CorpusOptions options, List<CorpusFile> files, List<String> warnings) {
    public Corpus {
        files = List.copyOf(files);
        warnings = List.copyOf(warnings);
    }

    /**
     * Lists the files of a corpus.
     *
     * @throws org.wordloom.base.WordloomException INPUT when a path is missing or unreadable, or there is no text at all
     */
    public static Corpus list(Storage storage, CorpusOptions options) {
        return new CorpusListing(storage, options).list();
    }

    /** Bytes of all files as stored, compressed or not. */
    public long bytes() {
        return files.stream().mapToLong(CorpusFile::length).sum();
    }
}
