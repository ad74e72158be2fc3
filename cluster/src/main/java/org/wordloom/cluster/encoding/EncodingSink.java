package org.wordloom.cluster.encoding;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wordloom.cluster.corpus.CorpusFile;
import org.wordloom.cluster.corpus.CorpusOptions;
import org.wordloom.cluster.corpus.FileRangeSink;
import org.wordloom.cluster.corpus.TextStatistics;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.corpus.ShardWriter;
import org.wordloom.text.WordTokenizer;
import org.wordloom.vocab.Vocabulary;

/**
 * Writes a shard for every range that it receives. A shard's file name ends with the number of the attempt that wrote it,
 * so that repeated and speculative tasks never touch each other's files; a shard counts once the driver has heard of it.
 */
final class EncodingSink implements FileRangeSink, WordTokenizer.WordSink, Closeable {
    private final Storage storage;
    private final String folder;
    private final long attempt;
    private final WordIds vocabulary;
    private final WordTokenizer tokenizer;
    private final int maxSentenceLength;
    private final TextStatistics statistics = new TextStatistics();
    private final List<EncodedRange> ranges = new ArrayList<>();
    private CorpusFile file;
    private long range;
    private String path = "";
    private OutputStream shardFile;
    private ShardWriter shard;
    private int sentenceLength;
    /** Whether the file tells its documents only by blank lines between them. */
    private final boolean blankLinesEndDocuments;

    private boolean blankLine = true;

    /** @param attempt Spark's id of the task's attempt, which no other in this application has */
    EncodingSink(Storage storage, String folder, long attempt, WordIds vocabulary, CorpusOptions options) {
        this.storage = storage;
        this.folder = folder;
        this.attempt = attempt;
        this.vocabulary = vocabulary;
        this.tokenizer = options.tokenization().newTokenizer();
        this.maxSentenceLength = options.maxSentenceLength();
        this.blankLinesEndDocuments = options.format() == CorpusOptions.Format.TEXT;
    }

    EncodedTask result() {
        return new EncodedTask(ranges, statistics.result());
    }

    @Override
    public void beginFile(CorpusFile newFile) {
        file = newFile;
    }

    @Override
    public void beginRange(long number) {
        range = number;
        path = "";
        sentenceLength = 0;
        blankLine = true;
    }

    @Override
    public void text(byte[] utf8, int from, int to, boolean lineEnd) {
        statistics.text(utf8, from, to, lineEnd);
        tokenizer.tokenize(utf8, from, to, this);
        if (lineEnd) {
            endSentence();
            if (blankLine && blankLinesEndDocuments) {
                endDocument();
            }
            blankLine = true;
        }
    }

    @Override
    public void word(byte[] utf8, int from, int to) {
        statistics.token();
        blankLine = false;
        int id = vocabulary.id(utf8, from, to);
        if (id == Vocabulary.UNKNOWN) {
            return;
        }
        if (sentenceLength == maxSentenceLength) {
            endSentence();
        }
        try {
            shard().add(id);
        } catch (IOException e) {
            throw Storage.unwritable(path, e);
        }
        sentenceLength++;
    }

    @Override
    public void endDocument() {
        sentenceLength = 0;
        if (shard == null) {
            return;
        }
        try {
            shard.endDocument();
        } catch (IOException e) {
            throw Storage.unwritable(path, e);
        }
    }

    @Override
    public void unknown() {
        statistics.token();
        blankLine = false;
    }

    @Override
    public void malformedRecord(int bytes) {
        statistics.malformedRecord(bytes);
    }

    @Override
    public void endRange(long bytes) {
        statistics.endRange(file, bytes);
        if (shard == null) {
            ranges.add(new EncodedRange(file.number(), range, "", 0, 0, 0));
            return;
        }
        try {
            shard.close();
        } catch (IOException e) {
            throw Storage.unwritable(path, e);
        }
        ranges.add(new EncodedRange(file.number(), range, path, shard.tokens(), shard.sentences(), storage.size(path)));
        shard = null;
    }

    /** Closes the file of a shard that a failure left open; nobody hears of that shard. */
    @Override
    public void close() throws IOException {
        if (shard != null) {
            shardFile.close();
        }
    }

    private void endSentence() {
        sentenceLength = 0;
        if (shard == null) {
            return;
        }
        try {
            shard.endSentence();
        } catch (IOException e) {
            throw Storage.unwritable(path, e);
        }
    }

    private ShardWriter shard() throws IOException {
        if (shard == null) {
            path = Storage.child(
                    folder, String.format(Locale.ROOT, "shard-%06d-%08d-%d.ids", file.number(), range, attempt));
            shardFile = storage.create(path);
            shard = new ShardWriter(shardFile);
        }
        return shard;
    }
}
