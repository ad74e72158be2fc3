package org.wordloom.cluster.tokenizer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.wordloom.format.tokenizer.EncodingColumn;
import org.wordloom.format.tokenizer.EncodingLine;
import org.wordloom.tokenizer.Encoding;

/** Encodings as lines of UTF-8. */
final class TextEncodingFile implements EncodingFile {
    private final OutputStream out;
    private final EncodingLine line;

    TextEncodingFile(OutputStream out, List<EncodingColumn> columns) {
        this.out = out;
        this.line = new EncodingLine(columns);
    }

    @Override
    public void add(Encoding encoding) throws IOException {
        out.write(line.of(encoding).getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }

    @Override
    public void addMissing() throws IOException {
        out.write('\n');
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
