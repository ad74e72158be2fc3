package org.wordloom.cluster.tokenizer;

import java.io.Closeable;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.wordloom.cluster.storage.ChecksumOutputStream;
import org.wordloom.tokenizer.Encoding;

/** A file of encodings that is being written. Closing completes it. */
interface EncodingFile extends Closeable {
    /** Starts a file; all that is written goes to {@code out}, which it closes. */
    static EncodingFile create(ChecksumOutputStream out, TokenizeOptions options, Configuration configuration)
            throws IOException {
        return switch (options.format()) {
            case PARQUET -> new ParquetEncodingFile(out, options.columns(), configuration);
            case TEXT -> new TextEncodingFile(out, options.columns());
        };
    }

    void add(Encoding encoding) throws IOException;

    /** Adds a row for a record that has no text. */
    void addMissing() throws IOException;
}
