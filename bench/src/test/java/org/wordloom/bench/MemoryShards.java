package org.wordloom.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wordloom.corpus.ShardReader;
import org.wordloom.corpus.ShardSource;
import org.wordloom.corpus.ShardWriter;
import org.wordloom.vocab.Vocabulary;
import org.wordloom.vocab.VocabularyOptions;
import org.wordloom.vocab.WordCounts;

/**
 * A text of one sentence a line, encoded in memory.
 *
 * @param onRead called by a training thread before each block of some 40,000 words
 */
record MemoryShards(List<byte[]> files, List<Long> lengths, Vocabulary vocabulary, Runnable onRead)
        implements ShardSource {
    private static final int SHARD_TOKENS = 250_000;
    private static final int SENTENCE_WORDS = 1000;
    /** Shorter reads are of what stands before blocks, or of a shard's last one; bytes. */
    private static final int SHORTEST_BLOCK = 50_000;

    /** Words that occur fewer than five times are left out, and lines are cut after a thousand words, as word2vec does. */
    static MemoryShards of(Path text) throws IOException {
        byte[] bytes = Files.readAllBytes(text);
        WordCounts counts = new WordCounts();
        forEachWord(bytes, counts::add, () -> {});
        MemoryShards shards = new MemoryShards(
                new ArrayList<>(), new ArrayList<>(), counts.toVocabulary(VocabularyOptions.defaults()), () -> {});
        new Encoding(shards).encode(bytes);
        return shards;
    }

    /** Some of the shards, beginning again at the first after the last. */
    MemoryShards some(int from, int number) {
        MemoryShards some = new MemoryShards(new ArrayList<>(), new ArrayList<>(), vocabulary, onRead);
        for (int shard = from; shard < from + number; shard++) {
            some.files.add(files.get(shard % files.size()));
            some.lengths.add(lengths.get(shard % files.size()));
        }
        return some;
    }

    MemoryShards onRead(Runnable action) {
        return new MemoryShards(files, lengths, vocabulary, action);
    }

    @Override
    public int shards() {
        return files.size();
    }

    @Override
    public long tokens(int shard) {
        return lengths.get(shard);
    }

    @Override
    public ShardReader open(int shard) throws IOException {
        InputStream bytes = new ByteArrayInputStream(files.get(shard)) {
            @Override
            public int read(byte[] to, int from, int length) {
                if (length > SHORTEST_BLOCK) {
                    onRead.run();
                }
                return super.read(to, from, length);
            }
        };
        return new ShardReader(bytes, "shard " + shard, vocabulary.size());
    }

    @FunctionalInterface
    private interface Word {
        void take(byte[] text, int from, int to) throws IOException;
    }

    @FunctionalInterface
    private interface LineEnd {
        void take() throws IOException;
    }

    private static void forEachWord(byte[] text, Word word, LineEnd end) throws IOException {
        int from = 0;
        for (int at = 0; at <= text.length; at++) {
            if (at == text.length || text[at] == ' ' || text[at] == '\n') {
                if (at > from) {
                    word.take(text, from, at);
                }
                from = at + 1;
                if (at == text.length || text[at] == '\n') {
                    end.take();
                }
            }
        }
    }

    /** Writes shards of about as many tokens. */
    private static final class Encoding {
        private final MemoryShards shards;
        private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private ShardWriter writer = new ShardWriter(bytes);
        private int words;

        Encoding(MemoryShards shards) throws IOException {
            this.shards = shards;
        }

        void encode(byte[] text) throws IOException {
            forEachWord(text, this::add, this::endLine);
            endShard();
        }

        private void add(byte[] text, int from, int to) throws IOException {
            int id = shards.vocabulary.id(text, from, to);
            if (id != Vocabulary.UNKNOWN) {
                writer.add(id);
                words++;
                if (words % SENTENCE_WORDS == 0) {
                    writer.endSentence();
                }
            }
        }

        private void endLine() throws IOException {
            writer.endSentence();
            words = 0;
            if (writer.tokens() >= SHARD_TOKENS) {
                endShard();
            }
        }

        private void endShard() throws IOException {
            if (writer.tokens() > 0) {
                long tokens = writer.tokens();
                writer.close();
                shards.files.add(bytes.toByteArray());
                shards.lengths.add(tokens);
                bytes = new ByteArrayOutputStream();
                writer = new ShardWriter(bytes);
            }
        }
    }
}
