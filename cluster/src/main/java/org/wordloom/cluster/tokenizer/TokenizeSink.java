package org.wordloom.cluster.tokenizer;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wordloom.cluster.corpus.CorpusFile;
import org.wordloom.cluster.corpus.FileRangeSink;
import org.wordloom.cluster.corpus.TextStatistics;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.text.Utf8Text;
import org.wordloom.tokenizer.Encoding;
import org.wordloom.tokenizer.TokenizerEncoder;

/** Encodes every line of text files, and every record of others, into a file for each range. */
final class TokenizeSink implements FileRangeSink, Closeable {
    /** Bits of a text's number that say its place in its range, and which range. */
    private static final int ROW_BITS = 27;

    private static final int RANGE_BITS = 18;

    private final Storage storage;
    private final String staging;
    private final TokenizeOptions options;
    private final long attempt;
    private final TokenizerEncoder encoder;
    private final TextStatistics statistics = new TextStatistics();
    private final List<TokenizedPart> parts = new ArrayList<>();
    private long malformedRows;
    private long longRows;
    private long longBytes;
    private CorpusFile file;
    private long range;
    private long row;
    private PartWriter part;

    TokenizeSink(Storage storage, String staging, TokenizeOptions options, long attempt, TokenizerEncoder encoder) {
        this.storage = storage;
        this.staging = staging;
        this.options = options;
        this.attempt = attempt;
        this.encoder = encoder;
    }

    TokenizedTask result() {
        return new TokenizedTask(parts, statistics.result(), malformedRows, longRows, longBytes);
    }

    /** A text is encoded as a whole, or words would be cut. */
    @Override
    public boolean wantsWholeLines() {
        return true;
    }

    @Override
    public void beginFile(CorpusFile newFile) {
        file = newFile;
    }

    @Override
    public void beginRange(long number) {
        range = number;
        row = 0;
    }

    @Override
    public void text(byte[] utf8, int from, int to, boolean lineEnd) {
        statistics.text(utf8, from, to, true);
        if (to - from > options.longestText()) {
            longRows++;
            longBytes += to - from;
            add(Optional.empty());
            return;
        }
        malformedRows += Utf8Text.isWellFormed(utf8, from, to) ? 0 : 1;
        // Of the text's place in the corpus, so that what draws random numbers does not depend on who encodes it.
        encoder.startText(((((long) file.number() << RANGE_BITS) + range) << ROW_BITS) + row);
        Encoding encoding = encoder.encode(Utf8Text.decode(utf8, from, to), options.specialTokens());
        statistics.tokens(encoding.size());
        add(Optional.of(encoding));
    }

    /** A record is one text, whatever lines it has. */
    @Override
    public void document(byte[] utf8) {
        text(utf8, 0, utf8.length, true);
    }

    @Override
    public void missingDocument() {
        add(Optional.empty());
    }

    @Override
    public void malformedRecord(int bytes) {
        statistics.malformedRecord(bytes);
        malformedRows++;
        add(Optional.empty());
    }

    @Override
    public void endRange(long bytes) {
        statistics.endRange(file, bytes);
        if (part != null) {
            try {
                parts.add(part.publish());
            } catch (IOException e) {
                throw unwritable(e);
            }
            part = null;
        }
    }

    @Override
    public void close() throws IOException {
        if (part != null) {
            part.close();
        }
    }

    private void add(Optional<Encoding> encoding) {
        try {
            if (part == null) {
                part = new PartWriter(storage, staging, file, range, options, attempt);
            }
            part.add(encoding);
        } catch (IOException e) {
            throw unwritable(e);
        }
        row++;
    }

    private RuntimeException unwritable(IOException cause) {
        return Storage.unwritable(staging, cause);
    }
}
