package org.wordloom.tokenizer.unigram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;
import org.wordloom.base.ExitCode;
import org.wordloom.base.Progress;
import org.wordloom.base.WordloomException;
import org.wordloom.tokenizer.unigram.UnigramVocabulary.ScoredPiece;
import org.wordloom.vocab.Vocabulary;

class UnigramTrainerTest {
    private static final List<String> STEMS = List.of("walk", "talk", "jump", "paint", "count", "mean", "turn");
    private static final List<String> ENDINGS = List.of("", "s", "ed", "ing", "er", "ers", "ings");

    @Test
    void refusesWhat64BitsCannotCount() {
        Vocabulary words = Vocabulary.of(new String[] {"ab", "abc"}, new long[] {1L << 61, 1L << 61});
        assertThatThrownBy(() -> new UnigramTrainer(UnigramOptions.defaults(), 1, Progress.Listener.none()).train(words))
                .hasMessageContaining("divide all counts");
    }

    @Test
    void findsStems() {
        List<String> pieces = pieces(train(words(100), 36, 1));
        assertThat(pieces).containsAll(STEMS.stream().map(stem -> "▁" + stem).toList());
        assertThat(pieces).hasSize(33).doesNotHaveDuplicates();
    }

    @Test
    void doesNotDependOnThreads() {
        Map<String, Long> words = randomWords(TestRandom.create(), 60_000);
        assertThat(train(words, 300, 3)).isEqualTo(train(words, 300, 1));
    }

    /** Chunks that were carried away, and are worked off in another order, add up to the same bits. */
    @Test
    void doesNotDependOnWhoTakesTheSums() {
        Map<String, Long> words = randomWords(TestRandom.create(), 60_000);
        int[] asked = new int[2];
        ChunkCluster.Placement elsewhere = (characters, threads, number, chunks) -> {
            asked[0] = number;
            List<SegmentChunk> copies = IntStream.range(0, number)
                    .mapToObj(i -> copy(chunks.apply(i), SegmentChunk.class))
                    .toList();
            return Optional.of(new Elsewhere(copies, asked));
        };
        UnigramVocabulary spread = new UnigramTrainer(options(300), 1, elsewhere, Progress.Listener.none())
                .train(SeedFinderTest.vocabulary(words));
        assertThat(spread).isEqualTo(train(words, 300, 2));
        assertThat(asked[0]).isGreaterThan(1);
        assertThat(asked[1]).isGreaterThan(3);
    }

    /** Works chunks off from the last one to the first. */
    private record Elsewhere(List<SegmentChunk> chunks, int[] asked) implements ChunkCluster {
        @Override
        public List<ChunkSums> sums(ChunkWork work, PieceSnapshot pieces) {
            asked[1]++;
            ArrayDeque<ChunkSums> sums = new ArrayDeque<>();
            for (int i = chunks.size() - 1; i >= 0; i--) {
                sums.addFirst(chunks.get(i).sums(work, copy(pieces, PieceSnapshot.class)));
            }
            return List.copyOf(sums);
        }

        @Override
        public void close() {
            // nothing is held that lists do not let go themselves
        }
    }

    private static <T> T copy(T object, Class<T> type) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
            out.flush();
            return type.cast(new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject());
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void countsBeyondFourBillions() {
        UnigramVocabulary small = train(words(1L << 20), 60, 1);
        UnigramVocabulary large = train(words(1L << 44), 60, 2);
        assertThat(pieces(large)).containsExactlyInAnyOrderElementsOf(pieces(small));
    }

    @Test
    void keepsAllCharactersThatAreToBeCovered() {
        Map<String, Long> words = words(1000);
        words.put("▁xyz", 1L);
        assertThat(pieces(train(words, 70, 1))).doesNotContain("x", "y", "z").contains("w", "▁");
        UnigramOptions all = options(70).withCharacterCoverage(1);
        assertThat(pieces(train(words, all, 1))).contains("x", "y", "z", "w", "▁");
        UnigramOptions required =
                new UnigramOptions(70, 3, 1_000_000, 0.75, 2, 16, 0.9995, "yä", SegmentOptions.defaults());
        assertThat(pieces(train(words, required, 1))).contains("y", "ä").doesNotContain("x");
    }

    @Test
    void givesCharactersThatAreHardlyEverPiecesALowScore() {
        UnigramVocabulary vocabulary = train(Map.of("▁ab", 100L, "▁abc", 50L, "▁abd", 50L), options(10), 1);
        assertThat(vocabulary.pieces()).hasSize(7).allMatch(piece -> piece.score() < 0 && piece.score() > -20);
    }

    @Test
    void keepsScriptsApartUnlessToldOtherwise() {
        Map<String, Long> words = Map.of("▁abc日本123", 50L, "▁abd日本456", 50L, "▁ab日本1", 20L);
        assertThat(pieces(train(words, options(17), 1))).allMatch(p -> p.matches("▁?[a-z]*|[0-9]*|[日本]*"));
        SegmentOptions mixed = new SegmentOptions(false, true, true, false, false, false);
        assertThat(pieces(train(words, options(17).withSegmentation(mixed), 1))).anyMatch(p -> p.matches(".*[a-z]日.*"));
        SegmentOptions digits = new SegmentOptions(true, true, true, true, false, false);
        assertThat(pieces(train(words, options(16).withSegmentation(digits), 1)))
                .allMatch(p -> p.length() == 1 || !p.matches(".*[0-9].*"));
    }

    @Test
    void saysTheSmallestVocabularyThatThereIsRoomFor() {
        assertThatThrownBy(() -> train(words(1), options(10), 1))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessageContaining("--vocab-size is 10")
                .hasMessageMatching(".*need at least \\d+;.*");
        assertThatThrownBy(() -> train(words(1), options(5000), 1)).hasMessageContaining("has only");
        assertThatThrownBy(() -> train(Map.of(), options(100), 1))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.INPUT));
    }

    @Test
    void takesAWordOfAMillionCharactersAndNul() {
        Map<String, Long> words = words(10);
        words.put("▁" + "ab".repeat(500_000), 1L);
        words.put("▁a\0b", 5L);
        assertThat(pieces(train(words, 50, 1))).hasSize(47).noneMatch(piece -> piece.indexOf(0) >= 0);
    }

    @Test
    void refusesOptionsTogether() {
        UnigramOptions bad = new UnigramOptions(0, 3, 0, 2, 0, 500, 2, "", SegmentOptions.defaults());
        assertThatThrownBy(() -> new UnigramTrainer(bad, 1, Progress.Listener.none()))
                .hasMessageContaining("6 problems")
                .hasMessageContaining("--max-piece-length is 500");
    }

    private static UnigramOptions options(int size) {
        return UnigramOptions.defaults().withVocabularySize(size);
    }

    private static UnigramVocabulary train(Map<String, Long> words, int size, int threads) {
        return train(words, options(size), threads);
    }

    private static UnigramVocabulary train(Map<String, Long> words, UnigramOptions options, int threads) {
        return new UnigramTrainer(options, threads, Progress.Listener.none()).train(SeedFinderTest.vocabulary(words));
    }

    private static List<String> pieces(UnigramVocabulary vocabulary) {
        return vocabulary.pieces().stream().map(ScoredPiece::piece).toList();
    }

    private static Map<String, Long> words(long factor) {
        Map<String, Long> words = new HashMap<>();
        for (int i = 0; i < STEMS.size(); i++) {
            for (int k = 0; k < ENDINGS.size(); k++) {
                words.put("▁" + STEMS.get(i) + ENDINGS.get(k), factor * (1 + (i * 5 + k * 3) % 11));
            }
        }
        return words;
    }

    private static Map<String, Long> randomWords(TestRandom random, int count) {
        Map<String, Long> words = new HashMap<>();
        for (int i = 0; i < count; i++) {
            StringBuilder word = new StringBuilder("▁");
            for (int length = 1 + random.below(3); length > 0; length--) {
                word.append(STEMS.get(random.below(STEMS.size()))).append((char) ('a' + random.below(26)));
            }
            words.merge(word.toString(), 1L + random.below(9), Long::sum);
        }
        return words;
    }
}
