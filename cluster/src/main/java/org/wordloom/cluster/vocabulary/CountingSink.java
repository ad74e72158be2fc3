package org.wordloom.cluster.vocabulary;

import org.wordloom.cluster.corpus.CorpusFile;
import org.wordloom.cluster.corpus.CorpusStatistics;
import org.wordloom.cluster.corpus.FileRangeSink;
import org.wordloom.cluster.corpus.TextStatistics;
import org.wordloom.text.Tokenization;
import org.wordloom.text.WordTokenizer;
import org.wordloom.vocab.WordCounts;

/** Counts the words of all text that it receives. */
final class CountingSink implements FileRangeSink, WordTokenizer.WordSink {
    private final WordTokenizer tokenizer;
    private WordCounts counts = new WordCounts();
    private final TextStatistics statistics = new TextStatistics();
    private CorpusFile file;

    CountingSink(Tokenization tokenization) {
        this.tokenizer = tokenization.newTokenizer();
    }

    WordCounts counts() {
        return counts;
    }

    /** The counts so far; counting goes on with none. A grown table is given up, or it would stay above its budget. */
    WordCounts takeCounts() {
        WordCounts taken = counts;
        counts = new WordCounts();
        return taken;
    }

    CorpusStatistics statistics() {
        return statistics.result();
    }

    @Override
    public void beginFile(CorpusFile newFile) {
        file = newFile;
    }

    @Override
    public void beginRange(long number) {
        // counts do not depend on ranges
    }

    @Override
    public void text(byte[] utf8, int from, int to, boolean lineEnd) {
        statistics.text(utf8, from, to, lineEnd);
        tokenizer.tokenize(utf8, from, to, this);
    }

    @Override
    public void word(byte[] utf8, int from, int to) {
        statistics.token();
        counts.add(utf8, from, to);
    }

    @Override
    public void unknown() {
        statistics.token();
    }

    @Override
    public void malformedRecord(int bytes) {
        statistics.malformedRecord(bytes);
    }

    @Override
    public void endRange(long bytes) {
        statistics.endRange(file, bytes);
    }
}
