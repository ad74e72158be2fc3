package org.wordloom.bench;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.wordloom.base.Progress;
import org.wordloom.tokenizer.ByteAlphabet;
import org.wordloom.tokenizer.PreTokenizer;
import org.wordloom.tokenizer.SubwordModel;
import org.wordloom.tokenizer.Tokenizer;
import org.wordloom.tokenizer.TokenizerEncoder;
import org.wordloom.tokenizer.WordCounter;
import org.wordloom.tokenizer.bpe.BpeTrainer;
import org.wordloom.tokenizer.bpe.BpeTrainerOptions;
import org.wordloom.tokenizer.merging.AlphabetOptions;
import org.wordloom.tokenizer.pretokenizer.ByteLevel;
import org.wordloom.tokenizer.pretokenizer.Metaspace;
import org.wordloom.tokenizer.pretokenizer.WhitespaceSplit;
import org.wordloom.tokenizer.wordpiece.WordPieceTrainer;
import org.wordloom.tokenizer.wordpiece.WordPieceTrainerOptions;
import org.wordloom.vocab.Vocabulary;
import org.wordloom.vocab.WordCounts;

/**
 * One whole run: reads a file, learns a vocabulary, and encodes the file with it, with the wall and CPU seconds of each
 * step. {@code bench/tokenizers.sh} calls it. Arguments: file, model (bpe, byte-bpe, likelihood, frequency), size,
 * threads, how often, and where to write the ids of the last encoding.
 */
public final class TokenizerRun {
    private final byte[] file;
    private final String kind;
    private final int size;
    private final int threads;

    private TokenizerRun(byte[] file, String kind, int size, int threads) {
        this.file = file;
        this.kind = kind;
        this.size = size;
        this.threads = threads;
    }

    public static void main(String[] arguments) throws Exception {
        Clock clock = new Clock();
        byte[] file = Files.readAllBytes(Path.of(arguments[0]));
        clock.lap("read");
        TokenizerRun run =
                new TokenizerRun(file, arguments[1], Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
        for (int i = 0; i < Integer.parseInt(arguments[4]); i++) {
            Vocabulary words = run.count();
            clock.lap("count");
            SubwordModel model = run.train(words);
            clock.lap("train " + model.size() + " pieces from " + words.size() + " words");
            List<IntArrayList> ids = run.encode(model);
            clock.lap("encode to " + ids.stream().mapToInt(IntArrayList::size).sum() + " ids");
            if (arguments.length > 5) {
                write(ids, Path.of(arguments[5]));
            }
        }
    }

    private Vocabulary count() throws Exception {
        List<WordCounts> counts = inParallel(part -> {
            WordCounter counter = new WordCounter(Tokenizer.segmenter(null, preTokenizer()));
            forEachLine(part, counter::add);
            return counter.counts();
        });
        WordCounts all = counts.get(0);
        counts.stream().skip(1).forEach(all::merge);
        return all.toUnorderedVocabulary();
    }

    private PreTokenizer preTokenizer() {
        return switch (kind) {
            case "bpe" -> Metaspace.defaults();
            case "byte-bpe" -> new ByteLevel(false, true, true);
            default -> new WhitespaceSplit();
        };
    }

    private SubwordModel train(Vocabulary words) {
        if (kind.equals("likelihood") || kind.equals("frequency")) {
            WordPieceTrainerOptions options = WordPieceTrainerOptions.defaults()
                    .withVocabularySize(size)
                    .withThreads(threads)
                    .withCriterion(WordPieceTrainerOptions.Criterion.valueOf(kind.toUpperCase(Locale.ROOT)));
            return new WordPieceTrainer(options, Progress.Listener.none()).train(words);
        }
        AlphabetOptions alphabet = AlphabetOptions.defaults();
        if (kind.equals("byte-bpe")) {
            StringBuilder bytes = new StringBuilder();
            for (int value = 0; value < 256; value++) {
                bytes.append(ByteAlphabet.charOf(value));
            }
            alphabet = alphabet.withForced(bytes.toString());
        }
        BpeTrainerOptions options = BpeTrainerOptions.defaults()
                .withVocabularySize(size)
                .withThreads(threads)
                .withAlphabet(alphabet);
        return new BpeTrainer(options, Progress.Listener.none()).train(words);
    }

    private List<IntArrayList> encode(SubwordModel model) throws Exception {
        Tokenizer tokenizer =
                Tokenizer.builder(model).preTokenizer(preTokenizer()).build();
        return inParallel(part -> {
            TokenizerEncoder encoder = tokenizer.newEncoder();
            IntArrayList ids = new IntArrayList();
            forEachLine(part, line -> encoder.encodeIds(line, ids));
            return ids;
        });
    }

    private interface Line {
        void take(String text);
    }

    private void forEachLine(int part, Line line) {
        int to = boundary(part + 1);
        int from = boundary(part);
        while (from < to) {
            int end = from;
            while (end < file.length && file[end] != '\n') {
                end++;
            }
            line.take(new String(file, from, end - from, StandardCharsets.UTF_8));
            from = end + 1;
        }
    }

    /** Where the first line begins at or after the part's share of the bytes. */
    private int boundary(int part) {
        int at = (int) ((long) file.length * part / threads);
        while (at > 0 && at < file.length && file[at - 1] != '\n') {
            at++;
        }
        return at;
    }

    private <T> List<T> inParallel(IntFunction<T> work) throws ExecutionException, InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int part = 0; part < threads; part++) {
                int number = part;
                futures.add(pool.submit(() -> work.apply(number)));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }

    private static void write(List<IntArrayList> ids, Path path) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16)) {
            for (IntArrayList part : ids) {
                for (int i = 0; i < part.size(); i++) {
                    out.write((part.getInt(i) + "\n").getBytes(StandardCharsets.US_ASCII));
                }
            }
        }
    }

    /** Wall and CPU seconds of a step. */
    private static final class Clock {
        private long wall = System.nanoTime();
        private long cpu = cpu();

        void lap(String step) {
            double wallSeconds = (System.nanoTime() - wall) / 1e9;
            double cpuSeconds = (cpu() - cpu) / 1e9;
            System.out.printf(Locale.ROOT, "%-50s %7.2f wall s %7.2f CPU s%n", step, wallSeconds, cpuSeconds);
            wall = System.nanoTime();
            cpu = cpu();
        }

        private static long cpu() {
            return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                    .getProcessCpuTime();
        }
    }
}
