package org.wordloom.cluster.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.LocalSpark;
import org.wordloom.cluster.Seeds;
import org.wordloom.cluster.Texts;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.format.tokenizer.SentencePieceModelFormat;
import org.wordloom.format.tokenizer.TokenizerJson;
import org.wordloom.tokenizer.Encoding;
import org.wordloom.tokenizer.Tokenizer;
import org.wordloom.tokenizer.TokenizerEncoder;
import org.wordloom.tokenizer.sentencepiece.NamedCharacterMap;
import org.wordloom.tokenizer.sentencepiece.NormalizerOptions;
import org.wordloom.tokenizer.sentencepiece.SentencePieceModel;
import org.wordloom.tokenizer.sentencepiece.TextPreparation;
import org.wordloom.tokenizer.training.SubwordOptions.Kind;
import org.wordloom.tokenizer.unigram.UnigramVocabulary;
import org.wordloom.tokenizer.unigram.UnigramVocabulary.ScoredPiece;

@ExtendWith(LocalSpark.class)
class EncodingTransformTest {
    private static final EncodingColumnNames NAMES = new EncodingColumnNames("text", "i", "p", "o", true);
    private static final StructType SCHEMA =
            new StructType().add("key", DataTypes.LongType).add("text", DataTypes.StringType);

    @TempDir
    private Path folder;

    @Test
    void addsWhatThePlainEncoderGives(JavaSparkContext spark) throws IOException {
        String text = Texts.random(Seeds.random(EncodingTransformTest.class), 100);
        Tokenizer tokenizer = Tokenizers.learned(Kind.WORDPIECE, 200, text);
        try (OutputStream out = Files.newOutputStream(folder.resolve("tokenizer.json"))) {
            TokenizerJson.write(tokenizer, out);
        }
        TokenizerBroadcast read = TokenizerBroadcast.read(Storage.local(), folder.toString());
        List<Row> rows = new ArrayList<>(List.of(RowFactory.create(-1L, null)));
        for (String line : text.split("\n")) {
            rows.add(RowFactory.create((long) rows.size(), line));
        }
        Dataset<Row> data = session(spark).createDataFrame(rows, SCHEMA).repartition(5);
        EncodingTransform transform = new EncodingTransform(read, NAMES);
        Dataset<Row> encoded = transform.transform(data);
        assertThat(encoded.schema()).isEqualTo(transform.transformSchema(SCHEMA));
        assertThat(encoded.schema().simpleString())
                .isEqualTo("struct<key:bigint,text:string,i:array<int>,p:array<string>,"
                        + "o:array<struct<begin:int,end:int>>>");
        TokenizerEncoder encoder = tokenizer.newEncoder();
        List<Row> collected = encoded.orderBy("key").collectAsList();
        assertThat(collected).hasSameSizeAs(rows);
        assertThat(collected.get(0)).isEqualTo(RowFactory.create(-1L, null, null, null, null));
        for (Row row : collected.subList(1, collected.size())) {
            Encoding expected = encoder.encode(row.getString(1), true);
            assertThat(row.<Integer>getList(2))
                    .isEqualTo(Arrays.stream(expected.ids()).boxed().toList());
            assertThat(row.<String>getList(3)).isEqualTo(expected.pieces());
            List<Row> offsets = row.getList(4);
            for (int at = 0; at < expected.size(); at++) {
                assertThat(offsets.get(at)).isEqualTo(RowFactory.create(expected.start(at), expected.end(at)));
            }
        }
    }

    @Test
    void aModelOfSentencePieceIsReadFromItsFileOrFolder(JavaSparkContext spark) throws IOException {
        SentencePieceModel model = SentencePieceModel.of(
                new UnigramVocabulary(
                        List.of(new ScoredPiece("\u2581loom", -1), new ScoredPiece("<", -2), new ScoredPiece("s>", -3)),
                        -10),
                false,
                TextPreparation.of(NamedCharacterMap.NMT_NFKC, NormalizerOptions.defaults()));
        Path file = folder.resolve("tokenizer.model");
        try (OutputStream out = Files.newOutputStream(file)) {
            SentencePieceModelFormat.write(model, out);
        }
        Dataset<Row> data = session(spark).createDataFrame(List.of(RowFactory.create(1L, "loom <s> loom")), SCHEMA);
        for (Path path : List.of(file, folder)) {
            TokenizerBroadcast read = TokenizerBroadcast.read(Storage.local(), path.toString());
            Row row = new EncodingTransform(read, NAMES).transform(data).first();
            assertThat(row.<String>getList(3)).containsExactly("\u2581loom", "<unk>", "<", "s>", "\u2581loom");
        }
    }

    @Test
    void saysAllThatIsWrongWithNamesAndSchema() {
        TokenizerBroadcast tokenizer = TokenizerBroadcast.of(Tokenizers.learned(Kind.BPE, 257, "x"));
        assertThatThrownBy(() -> new EncodingTransform(tokenizer, new EncodingColumnNames("", "", "", "", false)))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessageContaining("no input column")
                .hasMessageContaining("no output column");
        assertThatThrownBy(() -> new EncodingTransform(tokenizer, new EncodingColumnNames("a", "a", "b", "b", false)))
                .hasMessageContaining("'a' is named twice")
                .hasMessageContaining("'b' is named twice");
        EncodingTransform transform = new EncodingTransform(tokenizer, EncodingColumnNames.of("key"));
        assertThatThrownBy(() -> transform.transformSchema(SCHEMA.add("ids", DataTypes.LongType)))
                .hasMessageContaining("'key' holds bigint, expected strings")
                .hasMessageContaining("'ids' already");
        assertThatThrownBy(() -> transform.transformSchema(new StructType().add("body", DataTypes.StringType)))
                .hasMessageContaining("no column 'key'")
                .hasMessageContaining("body");
    }

    @Test
    void aFileThatIsNoTokenizerIsAnError() throws IOException {
        Path file = Files.writeString(folder.resolve("x.json"), "{\"model\":{\"type\":\"Magic\"}}");
        assertThatThrownBy(() -> TokenizerBroadcast.read(Storage.local(), file.toString()))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.FORMAT))
                .hasMessageContaining("Magic");
    }

    private static SparkSession session(JavaSparkContext spark) {
        return SparkSession.builder().sparkContext(spark.sc()).getOrCreate();
    }
}
