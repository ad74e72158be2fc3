package org.wordloom.corpus;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.wordloom.TestRandom;

/** A small encoded corpus in memory. Shards are added sentence by sentence, and open as often as one likes. */
public final class MemoryShards implements ShardSource {
    private final int vocabularySize;
    private final List<byte[]> files = new ArrayList<>();
    private final List<int[][]> sentences = new ArrayList<>();

    public MemoryShards(int vocabularySize) {
        this.vocabularySize = vocabularySize;
    }

    /** {@code shards} shards of random sentences; low ids are more frequent, as in text. */
    public static MemoryShards random(TestRandom random, int words, int shards, int sentences, int longest)
            throws IOException {
        MemoryShards corpus = new MemoryShards(words);
        for (int shard = 0; shard < shards; shard++) {
            int[][] shardSentences = new int[sentences][];
            for (int s = 0; s < sentences; s++) {
                shardSentences[s] = new int[1 + random.below(longest)];
                for (int k = 0; k < shardSentences[s].length; k++) {
                    shardSentences[s][k] = random.below(1 + random.below(words));
                }
            }
            corpus.addShard(shardSentences);
        }
        return corpus;
    }

    public MemoryShards addShard(int[]... shardSentences) throws IOException {
        sentences.add(shardSentences);
        files.add(encode(shardSentences));
        return this;
    }

    public static byte[] encode(int[]... shardSentences) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ShardWriter writer = new ShardWriter(bytes)) {
            for (int[] sentence : shardSentences) {
                for (int id : sentence) {
                    writer.add(id);
                }
                writer.endSentence();
            }
        }
        return bytes.toByteArray();
    }

    /** Counts as a vocabulary has them: descending, at least 1, else as often as each word occurs. */
    public long[] counts() {
        long[] counts = new long[vocabularySize];
        for (int[][] shard : sentences) {
            for (int[] sentence : shard) {
                for (int id : sentence) {
                    counts[id]++;
                }
            }
        }
        // HuffmanTree wants descending counts, as a vocabulary has them; random text only roughly does.
        for (int id = vocabularySize - 1; id >= 0; id--) {
            counts[id] = Math.max(id + 1 < vocabularySize ? counts[id + 1] : 1, counts[id]);
        }
        return counts;
    }

    public int[][] sentences(int shard) {
        return sentences.get(shard);
    }

    public byte[] file(int shard) {
        return files.get(shard);
    }

    @Override
    public int shards() {
        return files.size();
    }

    @Override
    public long tokens(int shard) {
        long tokens = 0;
        for (int[] sentence : sentences.get(shard)) {
            tokens += sentence.length;
        }
        return tokens;
    }

    @Override
    public ShardReader open(int shard) throws IOException {
        return new ShardReader(new ByteArrayInputStream(files.get(shard)), "shard-" + shard, vocabularySize);
    }
}
