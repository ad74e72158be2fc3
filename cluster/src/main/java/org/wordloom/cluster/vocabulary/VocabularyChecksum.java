package org.wordloom.cluster.vocabulary;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.wordloom.format.VocabularyTsv;
import org.wordloom.vocab.Vocabulary;

/** Tells vocabularies apart: the CRC-32C of words and counts, as {@code vocab.tsv} writes them. */
public final class VocabularyChecksum {
    private VocabularyChecksum() {}

    public static int of(Vocabulary vocabulary) {
        CRC32C checksum = new CRC32C();
        try {
            VocabularyTsv.write(vocabulary, new CheckedOutputStream(OutputStream.nullOutputStream(), checksum));
        } catch (IOException e) {
            throw new UncheckedIOException("writing nowhere failed", e);
        }
        return (int) checksum.getValue();
    }
}
