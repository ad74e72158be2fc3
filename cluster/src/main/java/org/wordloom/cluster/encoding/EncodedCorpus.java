package org.wordloom.cluster.encoding;

import java.io.Serializable;
import java.util.List;
import org.wordloom.cluster.corpus.CorpusStatistics;

/**
 * A corpus as shards of word ids: what every epoch and every model reads.
 *
 * @param folder where the shards are
 * @param shards in the order of the corpus, only those with tokens
 * @param statistics of the text that was encoded
 * @param tokenizer whose pieces the ids stand for, see {@link org.wordloom.text.Tokenization#digest}; empty for words
 */
public record EncodedCorpus(String folder, List<Shard> shards, CorpusStatistics statistics, String tokenizer)
        implements Serializable {
    public EncodedCorpus {
        shards = List.copyOf(shards);
    }

    /** Of words. */
    public EncodedCorpus(String folder, List<Shard> shards, CorpusStatistics statistics) {
        this(folder, shards, statistics, "");
    }

    /**
     * One shard.
     *
     * @param number its place among all ranges of the corpus, also of those without tokens
     * @param path the file
     * @param tokens word ids that it holds
     * @param sentences sentences that it holds
     * @param length bytes of the file
     */
    public record Shard(long number, String path, long tokens, long sentences, long length) implements Serializable {}

    public long tokens() {
        return shards.stream().mapToLong(Shard::tokens).sum();
    }

    public long sentences() {
        return shards.stream().mapToLong(Shard::sentences).sum();
    }
}
