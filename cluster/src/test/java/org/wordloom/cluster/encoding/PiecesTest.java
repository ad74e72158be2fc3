package org.wordloom.cluster.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.cluster.LocalSpark;
import org.wordloom.cluster.Seeds;
import org.wordloom.cluster.Texts;
import org.wordloom.cluster.corpus.Corpus;
import org.wordloom.cluster.corpus.CorpusOptions;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.cluster.vocabulary.VocabularyJob;
import org.wordloom.format.tokenizer.PieceTokenization;
import org.wordloom.tokenizer.Encoding;
import org.wordloom.tokenizer.PieceTable;
import org.wordloom.tokenizer.Tokenizer;
import org.wordloom.tokenizer.TokenizerEncoder;
import org.wordloom.tokenizer.pretokenizer.WhitespaceSplit;
import org.wordloom.tokenizer.wordpiece.WordPieceModel;
import org.wordloom.tokenizer.wordpiece.WordPieceOptions;
import org.wordloom.vocab.Vocabulary;
import org.wordloom.vocab.VocabularyOptions;

/** Text that is counted and encoded as the pieces of a tokenizer. */
@ExtendWith(LocalSpark.class)
class PiecesTest {
    private static final String[] PIECES = {
        "[UNK]", "w", "##0", "##1", "##2", "##3", "##4", "##5", "##6", "##7", "##8", "##9", "##11", "日", "##本", "w1",
        "##12"
    };

    private final Tokenizer tokenizer = Tokenizer.builder(
                    new WordPieceModel(PieceTable.of(PIECES), WordPieceOptions.defaults()))
            .preTokenizer(new WhitespaceSplit())
            .build();

    @TempDir
    private Path folder;

    @Test
    void piecesDoNotDependOnHowTextIsDivided(JavaSparkContext spark) throws IOException {
        Path file = Texts.write(folder.resolve("text"), Texts.random(Seeds.random(PiecesTest.class), 2000));
        List<String> sentences = sentences(file);
        Vocabulary first = null;
        for (long rangeBytes : new long[] {1000, 50_000, 1 << 20}) {
            Corpus corpus = corpus(rangeBytes, file);
            VocabularyJob.Result counted = new VocabularyJob(spark).run(corpus, new VocabularyOptions(1, 0));
            Vocabulary words = counted.vocabulary();
            first = first == null ? words : first;
            assertThat(Texts.list(words)).isEqualTo(Texts.list(first));
            assertThat(words.id("[UNK]")).isEqualTo(Vocabulary.UNKNOWN);
            EncodedCorpus encoded = encode(new EncodeJob(spark), corpus, words, "sent" + rangeBytes);
            assertThat(Texts.sentences(encoded, words, 1000)).isEqualTo(sentences);
            assertThat(encoded.tokens()).isEqualTo(words.totalCount());
            assertThat(encoded.statistics().tokens())
                    .as("with what is unknown")
                    .isEqualTo(counted.statistics().tokens())
                    .isGreaterThan(encoded.tokens());
            assertThat(encoded.tokenizer())
                    .isEqualTo(corpus.options().tokenization().digest())
                    .hasSize(64);
            EncodedCorpus joined = encode(new EncodeJob(spark, memory -> false), corpus, words, "joined" + rangeBytes);
            assertThat(Texts.sentences(joined, words, 1000)).isEqualTo(sentences);
        }
    }

    private EncodedCorpus encode(EncodeJob job, Corpus corpus, Vocabulary words, String name) {
        return job.run(corpus, words, folder.resolve(name).toString());
    }

    private Corpus corpus(long rangeBytes, Path file) {
        return Corpus.list(
                Storage.local(),
                CorpusOptions.of(List.of(file.toString()))
                        .withRangeBytes(rangeBytes)
                        .withTokenization(PieceTokenization.of(tokenizer)));
    }

    private List<String> sentences(Path file) throws IOException {
        TokenizerEncoder encoder = tokenizer.newEncoder();
        List<String> sentences = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            Encoding encoding = encoder.encode(line, false);
            String sentence = String.join(
                    " ",
                    encoding.pieces().stream()
                            .filter(piece -> !piece.equals("[UNK]"))
                            .toList());
            if (!sentence.isEmpty()) {
                sentences.add(sentence);
            }
        }
        return sentences;
    }
}
