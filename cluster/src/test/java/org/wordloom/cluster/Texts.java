package org.wordloom.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.compress.BZip2Codec;
import org.wordloom.cluster.corpus.Corpus;
import org.wordloom.cluster.corpus.CorpusOptions;
import org.wordloom.cluster.encoding.EncodedCorpus;
import org.wordloom.cluster.encoding.StoredShards;
import org.wordloom.cluster.input.ZstandardCodec;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.corpus.ShardReader;
import org.wordloom.vocab.Vocabulary;

/** Text files for tests, and what was made of them. */
public final class Texts {
    private Texts() {}

    /** Lines of words "w0", "w1" …, the low numbers more frequent. */
    public static String random(SplittableRandom random, int lines) {
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < lines; line++) {
            int words = random.nextInt(30);
            for (int word = 0; word < words; word++) {
                text.append('w')
                        .append((int) (400 * Math.pow(random.nextDouble(), 3)))
                        .append(' ');
            }
            text.append(line % 3 == 0 ? "ünï 日本\r\n" : "\n");
        }
        return text.toString();
    }

    public static Path write(Path path, String text) throws IOException {
        return Files.write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes the text as the end of the name says: .gz, .bz2, .zst or plain. */
    public static Path writeCompressed(Path path, String text) throws IOException {
        try (OutputStream file = Files.newOutputStream(path);
                OutputStream out = compressed(path.toString(), file)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return path;
    }

    private static OutputStream compressed(String name, OutputStream out) throws IOException {
        if (name.endsWith(".gz")) {
            return new GZIPOutputStream(out);
        }
        if (name.endsWith(".bz2")) {
            BZip2Codec codec = new BZip2Codec();
            codec.setConf(new Configuration());
            return codec.createOutputStream(out);
        }
        return name.endsWith(".zst") ? new ZstandardCodec().createOutputStream(out) : out;
    }

    public static Corpus corpus(Path... inputs) {
        return corpus(1 << 12, inputs);
    }

    public static Corpus corpus(long rangeBytes, Path... inputs) {
        List<String> paths = new ArrayList<>();
        for (Path input : inputs) {
            paths.add(input.toString());
        }
        return Corpus.list(Storage.local(), CorpusOptions.of(paths).withRangeBytes(rangeBytes));
    }

    /** "word count" lines, in the order of the ids. */
    public static List<String> list(Vocabulary vocabulary) {
        List<String> words = new ArrayList<>();
        for (int id = 0; id < vocabulary.size(); id++) {
            words.add(vocabulary.word(id) + " " + vocabulary.count(id));
        }
        return words;
    }

    /** The sentences of all shards, words between blanks. */
    public static List<String> sentences(EncodedCorpus corpus, Vocabulary vocabulary, int maxSentenceLength)
            throws IOException {
        StoredShards shards = new StoredShards(Storage.local(), corpus.shards(), vocabulary.size());
        int[] ids = new int[maxSentenceLength + 1];
        List<String> sentences = new ArrayList<>();
        for (int shard = 0; shard < shards.shards(); shard++) {
            try (ShardReader reader = shards.open(shard)) {
                for (int n = reader.read(ids); n > 0; n = reader.read(ids)) {
                    StringBuilder sentence = new StringBuilder();
                    for (int i = 0; i < n; i++) {
                        sentence.append(i == 0 ? "" : " ").append(vocabulary.word(ids[i]));
                    }
                    sentences.add(sentence.toString());
                }
            }
        }
        return sentences;
    }
}
