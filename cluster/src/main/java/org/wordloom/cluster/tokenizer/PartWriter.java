package org.wordloom.cluster.tokenizer;

import java.io.Closeable;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.wordloom.cluster.corpus.CorpusFile;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.storage.ChecksumOutputStream;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.tokenizer.Encoding;

/**
 * Writes the encodings of one range. They are first written in the work folder, under a name of the attempt; what an
 * attempt leaves there when its executor is lost goes with that folder. Attempts write the same bytes, so the first that
 * is whole stays. Names sort as the corpus does.
 */
final class PartWriter implements Closeable {
    private final Storage storage;
    private final CorpusFile file;
    private final long range;
    private final String name;
    private final String temporary;
    private final String path;
    private final ChecksumOutputStream out;
    private final EncodingFile encodings;
    private long rows;
    private long tokens;
    private long length;
    private int crc32c;

    PartWriter(Storage storage, String staging, CorpusFile file, long range, TokenizeOptions options, long attempt)
            throws IOException {
        this.storage = storage;
        this.file = file;
        this.range = range;
        this.name = String.format(
                Locale.ROOT,
                "part-%06d-%06d%s",
                file.number(),
                range,
                options.format().extension());
        this.path = Storage.child(staging, name);
        this.temporary = Storage.child(OutputFolder.workFolder(staging), name + "-" + attempt);
        this.out = new ChecksumOutputStream(storage.create(temporary), (bytes, checksum) -> {
            length = bytes;
            crc32c = checksum;
        });
        this.encodings = EncodingFile.create(out, options, storage.configuration());
    }

    /** Adds a row; an empty one for a record without a text. */
    void add(Optional<Encoding> encoding) throws IOException {
        rows++;
        if (encoding.isPresent()) {
            tokens += encoding.get().size();
            encodings.add(encoding.get());
        } else {
            encodings.addMissing();
        }
    }

    /** Completes the file and puts it in its place. */
    TokenizedPart publish() throws IOException {
        encodings.close();
        storage.publish(temporary, path);
        return new TokenizedPart(file.number(), file.path(), range, name, rows, tokens, length, crc32c);
    }

    /** Gives up a file that a failure left open. */
    @Override
    public void close() throws IOException {
        out.close();
    }
}
