package org.wordloom.cluster.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.FolderDigest;
import org.wordloom.cluster.LocalSpark;
import org.wordloom.cluster.Seeds;
import org.wordloom.cluster.Texts;
import org.wordloom.cluster.corpus.Corpus;
import org.wordloom.cluster.corpus.CorpusOptions;
import org.wordloom.cluster.output.ModelFolder;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.cluster.tokenizer.TokenizeOptions.Format;
import org.wordloom.format.tokenizer.EncodingColumn;
import org.wordloom.format.tokenizer.EncodingLine;
import org.wordloom.tokenizer.Encoding;
import org.wordloom.tokenizer.Tokenizer;
import org.wordloom.tokenizer.TokenizerEncoder;
import org.wordloom.tokenizer.training.SubwordOptions.Kind;

@ExtendWith(LocalSpark.class)
class TokenizeJobTest {
    private static final List<EncodingColumn> ALL = List.of(EncodingColumn.values());

    private static final long LONGEST = 1 << 16;

    @TempDir
    private Path folder;

    @Test
    void linesAreThoseOfThePlainEncoderHoweverTheWorkIsDivided(JavaSparkContext spark) throws IOException {
        String text = Texts.random(Seeds.random(TokenizeJobTest.class), 1500) + "\n\nlast";
        Texts.write(folder.resolve("a"), text);
        gzip(folder.resolve("b.gz"), text);
        for (Kind kind : Kind.values()) {
            Tokenizer tokenizer = Tokenizers.learned(kind, 320, text);
            List<String> expected = new ArrayList<>(expected(tokenizer, text, ALL));
            expected.addAll(expected(tokenizer, text, ALL));
            String first = "";
            for (int cores : new int[] {1, 3, 50}) {
                Path output = folder.resolve(kind + "-" + cores);
                Corpus corpus = Texts.corpus(10_000, folder.resolve("a"), folder.resolve("b.gz"));
                TokenizeSummary summary = run(spark, cores, corpus, tokenizer, Format.TEXT, ALL, output);
                assertThat(lines(output)).as("%s, %d cores", kind, cores).isEqualTo(expected);
                assertThat(summary.rows()).isEqualTo(expected.size());
                String digest = FolderDigest.of(output).toString();
                first = first.isEmpty() ? digest : first;
                assertThat(digest).isEqualTo(first);
            }
        }
    }

    @Test
    void partsSayWhichLinesTheyHold(JavaSparkContext spark) throws IOException {
        String text = "one line\n".repeat(5000);
        Corpus corpus = Texts.corpus(10_000, Texts.write(folder.resolve("text"), text));
        Tokenizer tokenizer = Tokenizers.learned(Kind.BPE, 265, text);
        run(spark, 2, corpus, tokenizer, Format.TEXT, List.of(EncodingColumn.IDS), folder.resolve("out"));
        long next = 1;
        List<String> parts = Files.readAllLines(folder.resolve("out").resolve(TokenizeJob.PARTS));
        for (String part : parts.subList(1, parts.size())) {
            String[] fields = part.split("\t");
            assertThat(fields[1]).endsWith("/text");
            assertThat(Long.parseLong(fields[2])).isEqualTo(next);
            assertThat(Files.readAllLines(folder.resolve("out").resolve(fields[0])))
                    .hasSize(Integer.parseInt(fields[3]));
            next += Long.parseLong(fields[3]);
        }
        assertThat(next).isEqualTo(5001);
    }

    @Test
    void namesOfSourcesStayInTheirField(JavaSparkContext spark) throws IOException {
        Corpus corpus = Texts.corpus(10_000, Texts.write(folder.resolve("a\tb\\n\nc"), "one line\n"));
        Tokenizer tokenizer = Tokenizers.learned(Kind.BPE, 262, "one line");
        run(spark, 1, corpus, tokenizer, Format.TEXT, List.of(EncodingColumn.IDS), folder.resolve("out"));
        List<String> parts = Files.readAllLines(folder.resolve("out").resolve(TokenizeJob.PARTS));
        assertThat(parts).hasSize(2);
        assertThat(parts.get(1).split("\t")).hasSize(5).satisfies(fields -> assertThat(fields[1])
                .endsWith("/a\\tb\\\\n\\nc"));
    }

    @Test
    void parquetHoldsListsThatSparkReads(JavaSparkContext spark) throws IOException {
        String text = "a loom and a weaver\n\nünï 日本 😀 woven\n";
        Corpus corpus = Texts.corpus(1 << 20, Texts.write(folder.resolve("text"), text));
        Tokenizer tokenizer = Tokenizers.learned(Kind.WORDPIECE, 60, text.repeat(9));
        Path output = folder.resolve("out");
        run(spark, 1, corpus, tokenizer, Format.PARQUET, ALL, output);
        List<Row> rows = rows(spark, output);
        TokenizerEncoder encoder = tokenizer.newEncoder();
        List<String> lines = text.lines().toList();
        assertThat(rows).hasSize(3);
        for (int i = 0; i < rows.size(); i++) {
            Encoding encoding = encoder.encode(lines.get(i), true);
            assertThat(rows.get(i).<Integer>getList(0)).containsExactly(boxed(encoding.ids()));
            assertThat(rows.get(i).<String>getList(1)).isEqualTo(encoding.pieces());
            List<Row> offsets = rows.get(i).getList(2);
            for (int at = 0; at < encoding.size(); at++) {
                assertThat(offsets.get(at).<Integer>getAs("begin")).isEqualTo(encoding.start(at));
                assertThat(offsets.get(at).<Integer>getAs("end")).isEqualTo(encoding.end(at));
            }
        }
    }

    /** A record is a row, whatever lines it has; one without a text has null, so that rows stay beside each other. */
    @Test
    void aRecordIsARow(JavaSparkContext spark) throws IOException {
        String json = "{\"text\":\"one\\r\\ntwo\"}\n{\"other\":1}\n\n{\"text\":\"three\"}\nno json\n{\"text\":\"\"}\n";
        Path file = Texts.write(folder.resolve("rows.json"), json);
        CorpusOptions options = CorpusOptions.of(List.of(file.toString()))
                .withFormat(CorpusOptions.Format.JSON, "text")
                .withMalformedLimit(1);
        Tokenizer tokenizer = Tokenizers.learned(Kind.BPE, 270, "one two three");
        Path output = folder.resolve("out");
        TokenizeSummary summary = run(
                spark,
                1,
                Corpus.list(Storage.local(), options),
                tokenizer,
                Format.PARQUET,
                List.of(EncodingColumn.IDS),
                output);
        List<Row> rows = rows(spark, output);
        assertThat(rows.stream().map(row -> row.isNullAt(0))).containsExactly(false, true, false, true, false);
        int[] ids = rows.get(0).<Integer>getList(0).stream()
                .mapToInt(Integer::intValue)
                .toArray();
        assertThat(tokenizer.decode(ids, true)).isEqualTo("one\r\ntwo");
        assertThat(rows.get(4).getList(0)).isEmpty();
        assertThat(summary.malformedRows()).isEqualTo(1);
        assertThat(summary.rows()).isEqualTo(5);
    }

    @Test
    void badTextIsCountedAndRefusedAboveTheLimit(JavaSparkContext spark) throws IOException {
        byte[] bad = concatenate(
                "good line\n".getBytes(StandardCharsets.UTF_8),
                new byte[] {'a', (byte) 0xC3, '\n'},
                new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80, '\n'}, // half a surrogate pair
                new byte[] {'n', 0, 'l', '\n'},
                "\uFFFD stays\n\n".getBytes(StandardCharsets.UTF_8));
        Path file = Files.write(folder.resolve("bad"), bad);
        Tokenizer tokenizer = Tokenizers.learned(Kind.BPE, 262, "good line");
        CorpusOptions options = CorpusOptions.of(List.of(file.toString()));
        Path output = folder.resolve("out");
        assertThatThrownBy(() -> run(spark, 1, Corpus.list(Storage.local(), options), tokenizer, output))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.INPUT))
                .hasMessageContaining("--malformed-limit");
        assertThat(output).doesNotExist();
        TokenizeSummary summary =
                run(spark, 1, Corpus.list(Storage.local(), options.withMalformedLimit(1)), tokenizer, output);
        assertThat(summary.malformedRows()).isEqualTo(2);
        assertThat(summary.statistics().nulBytes()).isEqualTo(1);
        String replaced = "good line\na\uFFFD\n\uFFFD\uFFFD\uFFFD\nn\0l\n\uFFFD stays\n\n";
        assertThat(lines(output)).isEqualTo(expected(tokenizer, replaced, List.of(EncodingColumn.IDS)));
    }

    /** 50 MB without a space: whoever encodes it must not need a hundred times that. */
    @Test
    void aTextThatIsTooLongHasAnEmptyRow(JavaSparkContext spark) throws IOException {
        String text = "before\n" + "a".repeat(50_000_000) + "\nafter\n" + "good line\n".repeat(10_000);
        Path file = Texts.write(folder.resolve("long"), text);
        Tokenizer tokenizer = Tokenizers.learned(Kind.BPE, 262, "before after");
        CorpusOptions options = CorpusOptions.of(List.of(file.toString()));
        assertThatThrownBy(() ->
                        run(spark, 1, Corpus.list(Storage.local(), options), tokenizer, folder.resolve("refused")))
                .hasMessageContaining("1 texts are longer than --longest-text 65536: 50000000 bytes")
                .hasMessageContaining("--malformed-limit 0.01");
        Path output = folder.resolve("out");
        TokenizeSummary summary =
                run(spark, 2, Corpus.list(Storage.local(), options.withMalformedLimit(1)), tokenizer, output);
        assertThat(summary.longRows()).isEqualTo(1);
        List<String> expected = expected(tokenizer, "before\n\nafter", List.of(EncodingColumn.IDS));
        assertThat(lines(output)).hasSize(10_003).startsWith(expected.toArray(String[]::new));
    }

    private TokenizeSummary run(JavaSparkContext spark, int cores, Corpus corpus, Tokenizer tokenizer, Path output)
            throws IOException {
        return run(spark, cores, corpus, tokenizer, Format.TEXT, List.of(EncodingColumn.IDS), output);
    }

    private static TokenizeSummary run(
            JavaSparkContext spark,
            int cores,
            Corpus corpus,
            Tokenizer tokenizer,
            Format format,
            List<EncodingColumn> columns,
            Path output)
            throws IOException {
        Storage storage = new Storage(spark.hadoopConfiguration());
        try (OutputFolder folder = OutputFolder.create(storage, output.toString(), false)) {
            TokenizeOptions options = new TokenizeOptions(columns, format, true, LONGEST);
            TokenizeSummary summary =
                    new TokenizeJob(spark, cores).run(corpus, TokenizerBroadcast.of(tokenizer), options, folder);
            folder.commit();
            assertThat(ModelFolder.open(storage, output.toString()).files()).hasSize(summary.parts() + 1);
            return summary;
        }
    }

    private static List<String> expected(Tokenizer tokenizer, String text, List<EncodingColumn> columns) {
        TokenizerEncoder encoder = tokenizer.newEncoder();
        EncodingLine line = new EncodingLine(columns);
        List<String> expected = new ArrayList<>();
        for (String each : text.replaceFirst("\n$", "").split("\r?\n", -1)) {
            expected.add(line.of(encoder.encode(each, true)));
        }
        return expected;
    }

    private static List<String> lines(Path output) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path part : parts(output)) {
            lines.addAll(Files.readAllLines(part));
        }
        return lines;
    }

    private static List<Path> parts(Path output) throws IOException {
        try (Stream<Path> files = Files.list(output)) {
            return files.filter(file -> file.getFileName().toString().startsWith("part-"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Row> rows(JavaSparkContext spark, Path output) throws IOException {
        SparkSession session = SparkSession.builder().sparkContext(spark.sc()).getOrCreate();
        List<Row> rows = new ArrayList<>();
        for (Path part : parts(output)) {
            rows.addAll(session.read().parquet(part.toString()).collectAsList());
        }
        return rows;
    }

    private static Integer[] boxed(int[] ids) {
        return Arrays.stream(ids).boxed().toArray(Integer[]::new);
    }

    private static void gzip(Path path, String text) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static byte[] concatenate(byte[]... parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.write(part);
        }
        return out.toByteArray();
    }
}
