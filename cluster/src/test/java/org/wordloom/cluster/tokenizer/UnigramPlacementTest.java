package org.wordloom.cluster.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.wordloom.base.Progress;
import org.wordloom.cluster.LocalSpark;
import org.wordloom.cluster.Seeds;
import org.wordloom.tokenizer.unigram.ChunkCluster;
import org.wordloom.tokenizer.unigram.UnigramOptions;
import org.wordloom.tokenizer.unigram.UnigramTrainer;
import org.wordloom.tokenizer.unigram.UnigramVocabulary;
import org.wordloom.vocab.Vocabulary;
import org.wordloom.vocab.VocabularyOptions;
import org.wordloom.vocab.WordCounts;

@ExtendWith(LocalSpark.class)
class UnigramPlacementTest {
    @Test
    void tasksGiveThePiecesThatThreadsGive(JavaSparkContext spark) {
        Vocabulary words = words(Seeds.random(UnigramPlacementTest.class), 50_000);
        int[] chunks = new int[1];
        UnigramVocabulary spread = train(words, (characters, threads, number, chunk) -> {
            chunks[0] = number;
            return Optional.of(new SparkChunks(spark, number, chunk));
        });
        assertThat(spread).isEqualTo(train(words, ChunkCluster.Placement.local()));
        assertThat(chunks[0]).isGreaterThan(1);
        assertThat(spark.getPersistentRDDs()).isEmpty(); // of other tests too, whose jobs may have failed
    }

    @Test
    void goesToTheClusterOnlyWhenThatIsShorter(JavaSparkContext spark) {
        List<String> notes = new ArrayList<>();
        assertThat(place(new UnigramPlacement(spark, 64, notes::add), 1_000_000))
                .isFalse();
        assertThat(notes.get(0)).contains("1,000,000 characters", "on the driver", "4 threads", "64 cores");
        assertThat(place(new UnigramPlacement(spark, 64, notes::add), 200_000_000))
                .isTrue();
        assertThat(notes.get(1)).contains("on executors");
        assertThat(place(new UnigramPlacement(spark, notes::add), 200_000_000)).isFalse();
        assertThat(notes.get(2)).contains("on the driver", "all there are");
    }

    private static boolean place(UnigramPlacement placement, long characters) {
        Optional<ChunkCluster> placed = placement.place(characters, 4, 16, chunk -> null);
        placed.ifPresent(ChunkCluster::close);
        return placed.isPresent();
    }

    private static UnigramVocabulary train(Vocabulary words, ChunkCluster.Placement placement) {
        UnigramOptions options = UnigramOptions.defaults().withVocabularySize(400);
        return new UnigramTrainer(options, 2, placement, Progress.Listener.none()).train(words);
    }

    private static Vocabulary words(SplittableRandom random, int size) {
        WordCounts counts = new WordCounts();
        for (int i = 0; i < size; i++) {
            byte[] word = new byte[3 + random.nextInt(12)];
            for (int at = 0; at < word.length; at++) {
                word[at] = (byte) ('a' + (int) (12 * random.nextDouble() * random.nextDouble()));
            }
            counts.add(word, 0, word.length, 1L + random.nextInt(1000) * (1L << 34));
        }
        return counts.toVocabulary(new VocabularyOptions(1, 0));
    }
}
