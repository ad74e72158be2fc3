package org.wordloom.cluster.encoding;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.vocab.Vocabulary;
import org.wordloom.vocab.WordIdTable;

/**
 * Consecutive words of a vocabulary in a file, from which tasks read them: so the driver neither sends them nor holds
 * them twice.
 *
 * @param path the file
 * @param length of it in bytes
 */
record VocabularyChunk(String path, long length) implements Serializable {
    /** Words of a chunk: some ten megabytes. */
    private static final int WORDS = 1 << 20;

    /** Writes a whole vocabulary into a working folder. */
    static List<VocabularyChunk> write(Storage storage, String folder, Vocabulary vocabulary) {
        List<VocabularyChunk> chunks = new ArrayList<>();
        for (int from = 0; from < vocabulary.size(); from += WORDS) {
            String path = Storage.child(folder, String.format(Locale.ROOT, "words-%05d", chunks.size()));
            byte[] packed = WordIdTable.packed(vocabulary, from, Math.min(vocabulary.size(), from + WORDS));
            try (OutputStream out = storage.create(path)) {
                out.write(packed);
            } catch (IOException e) {
                throw Storage.unwritable(path, e);
            }
            chunks.add(new VocabularyChunk(path, packed.length));
        }
        return chunks;
    }

    /** The words with their ids, by the partition of their hash. */
    byte[][] read(Storage storage, int partitions) {
        WordIdTable words = new WordIdTable();
        words.add(storage.readSmall(path, (int) length));
        return words.toPacked(partitions);
    }
}
