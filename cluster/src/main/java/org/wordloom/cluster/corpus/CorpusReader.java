package org.wordloom.cluster.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.apache.hadoop.fs.FSDataInputStream;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.input.Compression;
import org.wordloom.cluster.input.CountingInputStream;
import org.wordloom.cluster.input.JsonTextSink;
import org.wordloom.cluster.input.ParquetRangeReader;
import org.wordloom.cluster.input.RangeSink;
import org.wordloom.cluster.input.RangeSource;
import org.wordloom.cluster.input.StoredInputStream;
import org.wordloom.cluster.input.TextRangeReader;
import org.wordloom.cluster.storage.Storage;

/** Reads the splits of one task, range by range, whatever their format and compression. */
public final class CorpusReader implements Closeable {
    private final Storage storage;
    private final CorpusOptions options;
    private final Iterator<CorpusSplit> splits;
    private final LongAdder progress;
    private CorpusFile file;
    private RangeSource source;

    /** @param progress counts bytes as stored */
    public CorpusReader(Storage storage, CorpusOptions options, List<CorpusSplit> splits, LongAdder progress) {
        this.storage = storage;
        this.options = options;
        this.splits = splits.iterator();
        this.progress = progress;
    }

    /** The file of the range that was read last. */
    CorpusFile file() {
        return file;
    }

    /** Hands the next range on; false after the last. INPUT error, naming the file, when it cannot be read. */
    public boolean next(FileRangeSink sink) {
        while (source != null || splits.hasNext()) {
            try {
                if (source == null) {
                    open(splits.next(), sink.wantsWholeLines());
                }
                sink.beginFile(file);
                if (source.next(forFormat(sink))) {
                    return true;
                }
                close();
            } catch (IOException e) {
                throw damaged(e);
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        if (source != null) {
            source.close();
            source = null;
        }
    }

    private void open(CorpusSplit split, boolean sinkWantsWholeLines) throws IOException {
        file = split.file();
        if (options.format() == CorpusOptions.Format.PARQUET) {
            source = new ParquetRangeReader(
                    storage.configuration(), file.path(), options.column(), options.rangeBytes(), progress);
            return;
        }
        boolean wholeLines = sinkWantsWholeLines || options.format() == CorpusOptions.Format.JSON;
        source = new TextRangeReader(
                openText(split), file.path(), options.rangeBytes(), wholeLines, split.first(), split.end());
    }

    private InputStream openText(CorpusSplit split) throws IOException {
        FSDataInputStream in = storage.open(file.path());
        try {
            in.seek(split.first() * options.rangeBytes());
            // A decompressor's failure is damage; one of the bytes that it reads is not.
            InputStream stored = new StoredInputStream(new CountingInputStream(in, progress));
            return Compression.of(file.path()).open(stored, storage.configuration());
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private RangeSink forFormat(FileRangeSink sink) {
        return options.format() == CorpusOptions.Format.JSON ? new JsonTextSink(options.column(), sink) : sink;
    }

    private WordloomException damaged(IOException cause) {
        Compression compression = Compression.of(file.path());
        IOException ofStorage = StoredInputStream.failure(cause);
        if (compression == Compression.NONE || ofStorage != null) {
            return Storage.unreadable(file.path(), ofStorage != null ? ofStorage : cause);
        }
        String reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return new WordloomException(
                ExitCode.INPUT,
                file.path() + " is damaged or no " + compression + " file: "
                        + reason.lines().findFirst().orElse("") + "; restore it or leave it out",
                cause);
    }
}
