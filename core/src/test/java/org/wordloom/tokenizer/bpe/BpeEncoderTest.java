package org.wordloom.tokenizer.bpe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wordloom.TestRandom;
import org.wordloom.base.Progress;
import org.wordloom.tokenizer.PieceTable;
import org.wordloom.tokenizer.WordEncoder;
import org.wordloom.tokenizer.merging.AlphabetOptions;
import org.wordloom.tokenizer.merging.RandomVocabulary;
import org.wordloom.tokenizer.merging.ReferenceMerging.Pair;
import org.wordloom.vocab.Vocabulary;

class BpeEncoderTest {
    private static final String UNKNOWN = "<unk>";

    @Test
    void mergesAsApplyingTheLowestRankAgainAndAgain() {
        TestRandom random = TestRandom.create();
        for (int round = 0; round < 60; round++) {
            BpeModel model = trained(random, random.oneOf("", "</w>"));
            List<Pair> merges = pairs(model);
            WordEncoder encoder = model.newEncoder();
            for (int i = 0; i < 30; i++) {
                String word = RandomVocabulary.word(random, 12, 1 + random.below(random.oneOf(10, 10, 200)));
                List<String> symbols = symbols(model, word);
                assertThat(Pieces.of(model, encoder, word))
                        .as(word)
                        .isEqualTo(ReferenceBpe.oneByOne(symbols, merges))
                        .isEqualTo(ReferenceBpe.everywhere(symbols, merges));
            }
        }
    }

    @Test
    void mergesInAnyOrderOfRanks() {
        TestRandom random = TestRandom.create();
        for (int round = 0; round < 60; round++) {
            BpeModel model = shuffled(trained(random, ""), random);
            List<Pair> merges = pairs(model);
            for (int i = 0; i < 20; i++) {
                String word = RandomVocabulary.word(random, 12, 1 + random.below(random.oneOf(10, 120)));
                assertThat(Pieces.of(model, word))
                        .as(word)
                        .isEqualTo(ReferenceBpe.oneByOne(symbols(model, word), merges));
            }
        }
    }

    @Test
    void takesTheLongestPiecesFirst() {
        TestRandom random = TestRandom.create();
        for (int round = 0; round < 60; round++) {
            BpeModel trained = trained(random, random.oneOf("", "</w>"));
            BpeModel model = trained.withOptions(trained.options().withLongestFirst(true));
            List<String> byLength = IntStream.range(0, model.size())
                    .mapToObj(model::piece)
                    .map(piece -> marked(model, piece))
                    .sorted(Comparator.comparingInt((String piece) -> -piece.length()))
                    .toList();
            for (int i = 0; i < 20; i++) {
                String word = RandomVocabulary.word(random, 12, 1 + random.below(random.oneOf(10, 120)));
                String suffix = model.options().endOfWordSuffix();
                List<String> expected =
                        new ArrayList<>(ReferenceBpe.longestFirst(marked(model, word + suffix), byLength, UNKNOWN));
                expected.replaceAll(piece -> suffix.isEmpty() ? piece : piece.replace(ReferenceBpe.SUFFIX, suffix));
                assertThat(Pieces.of(model, word)).as(word).isEqualTo(expected);
            }
        }
    }

    private static String marked(BpeModel model, String piece) {
        String suffix = model.options().endOfWordSuffix();
        return suffix.isEmpty() || !piece.endsWith(suffix)
                ? piece
                : piece.substring(0, piece.length() - suffix.length()) + ReferenceBpe.SUFFIX;
    }

    @Test
    void mergesByScoresOfConcatenations() {
        PieceTable pieces = PieceTable.of(new String[] {"a", "b", "c", "ab", "bc", "abc"});
        float nan = Float.NaN;
        BpeModel early = BpeModel.ofScores(pieces, new float[] {nan, nan, nan, -1, -2, -3}, BpeOptions.defaults());
        assertThat(Pieces.of(early, "abcbc")).containsExactly("abc", "bc");
        BpeModel late = BpeModel.ofScores(pieces, new float[] {nan, nan, nan, -2, -1, nan}, BpeOptions.defaults());
        assertThat(Pieces.of(late, "abcbc")).containsExactly("a", "bc", "bc");
        BpeModel ties = BpeModel.ofScores(pieces, new float[] {nan, nan, nan, -1, -1, nan}, BpeOptions.defaults());
        assertThat(Pieces.of(ties, "abc")).as("leftmost of equals").containsExactly("ab", "c");
    }

    @Test
    void givesUnknownCharactersAsTheOptionsSay() {
        PieceTable pieces = PieceTable.of(new String[] {UNKNOWN, "a", "b", "<0xC3>", "<0xA9>"});
        BpeOptions plain = BpeOptions.defaults().withUnknownToken(UNKNOWN);
        assertThat(offsets(pieces, plain, "aé中b")).containsExactly("a 0 1", "<unk> 1 2", "<unk> 2 3", "b 3 4");
        assertThat(offsets(pieces, plain.withFuseUnknown(true), "aé😀b"))
                .containsExactly("a 0 1", "<unk> 1 4", "b 4 5");
        assertThat(offsets(pieces, plain.withByteFallback(true), "é中b"))
                .containsExactly("<0xC3> 0 1", "<0xA9> 0 1", "<unk> 1 2", "b 2 3");
        assertThat(offsets(pieces, BpeOptions.defaults(), "中b")).containsExactly("b 1 2");
        assertThat(offsets(pieces, BpeOptions.defaults(), "中")).isEmpty();
    }

    @Test
    void mergesByteAndUnknownPiecesWhenTheMergesSaySo() {
        PieceTable pieces = PieceTable.of(new String[] {"<0xC3>", "<0xA9>", "<0xC3><0xA9>"});
        BpeModel model =
                new BpeModel(pieces, new int[] {0, 1}, BpeOptions.defaults().withByteFallback(true));
        assertThat(Pieces.withOffsets(model, "é")).containsExactly("<0xC3><0xA9> 0 1");
    }

    @Test
    void takesAWholeWordWhateverTheMerges() {
        PieceTable pieces = PieceTable.of(new String[] {"a", "b", "ab"});
        assertThat(offsets(pieces, BpeOptions.defaults(), "ab")).containsExactly("a 0 1", "b 1 2");
        assertThat(offsets(pieces, BpeOptions.defaults().withIgnoreMerges(true), "ab"))
                .containsExactly("ab 0 2");
    }

    @Test
    void dropsMergesOut() {
        TestRandom random = TestRandom.create();
        BpeModel model = trained(random, "");
        // In a random word alone perhaps nothing is merged, and then there is nothing to drop.
        String merged = model.piece(model.left(0)) + model.piece(model.right(0));
        String word = RandomVocabulary.word(random, 12, 30) + merged.repeat(3);
        BpeOptions options = model.options();
        assertThat(Pieces.of(model.withOptions(options.withDropout(1)), word)).isEqualTo(symbols(model, word));
        BpeModel half = model.withOptions(options.withDropout(0.5));
        List<String> first = text(half, 7, word);
        assertThat(text(half, 7, word)).as("the same text again").isEqualTo(first);
        assertThat(String.join("", first)).isEqualTo(String.join("", Pieces.of(model, word)));
        assertThat(IntStream.range(0, 20)
                        .mapToObj(number -> text(half, number, word))
                        .distinct())
                .as("texts differ")
                .hasSizeGreaterThan(1);
        assertThat(half.newEncoder().isDeterministic()).isFalse();
    }

    @Test
    void dropsOutAsOftenAsAsked() {
        PieceTable pieces = PieceTable.of(new String[] {"a", "b", "ab"});
        BpeModel model =
                new BpeModel(pieces, new int[] {0, 1}, BpeOptions.defaults().withDropout(0.3));
        WordEncoder encoder = model.newEncoder();
        int whole = 0;
        for (int i = 0; i < 10_000; i++) {
            whole += Pieces.of(model, encoder, "ab").size() == 1 ? 1 : 0;
        }
        assertThat(whole).isBetween(6_800, 7_200); // four standard deviations
    }

    private static List<String> text(BpeModel model, long number, String word) {
        WordEncoder encoder = model.newEncoder();
        encoder.startText(number);
        return Pieces.of(model, encoder, word);
    }

    @Test
    @Timeout(60)
    void encodesAHugeWord() {
        BpeModel model = trained(TestRandom.fixed(1), "</w>");
        String word = "abcabcd".repeat(300_000);
        long start = System.nanoTime();
        int[] pieces = new int[2];
        model.newEncoder().encode(word.toCharArray(), 0, word.length(), (id, from, to) -> {
            assertThat(from).isEqualTo(pieces[1]);
            pieces[0]++;
            pieces[1] = to;
        });
        assertThat(pieces[1]).isEqualTo(word.length());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    @Timeout(20) // half an hour, if a million places were tried
    void findsTheMergesOfAHugePiece() {
        String half = "ab".repeat(250_000);
        PieceTable pieces = PieceTable.of(new String[] {"a", "b", "ab", half, half + half});
        BpeModel model = BpeModel.ofScores(pieces, new float[] {-1, -2, -3, -4, -5}, BpeOptions.defaults());
        assertThat(model.mergeCount()).isEqualTo(2);
        assertThat(model.product(0)).isEqualTo(2);
        assertThat(model.left(1)).isEqualTo(3);
        assertThat(model.right(1)).isEqualTo(3);
    }

    @Test
    void refusesMergesThatMakeNoPiece() {
        PieceTable pieces = PieceTable.of(new String[] {"a", "b", "ab"});
        assertThatThrownBy(() -> new BpeModel(pieces, new int[] {1, 0}, BpeOptions.defaults()))
                .hasMessageContaining("'ba', which is not a piece");
        assertThatThrownBy(() -> new BpeModel(pieces, new int[] {0, 1, 0, 1}, BpeOptions.defaults()))
                .hasMessageContaining("merge 2")
                .hasMessageContaining("twice");
        assertThatThrownBy(() ->
                        new BpeModel(pieces, new int[0], BpeOptions.defaults().withUnknownToken("?")))
                .hasMessageContaining("'?' is not a piece");
    }

    private static List<String> offsets(PieceTable pieces, BpeOptions options, String word) {
        return Pieces.withOffsets(new BpeModel(pieces, new int[0], options), word);
    }

    private static BpeModel trained(TestRandom random, String suffix) {
        Vocabulary words = RandomVocabulary.create(random, 40, 100);
        AlphabetOptions alphabet =
                AlphabetOptions.defaults().withEndOfWordSuffix(suffix).withSpecialTokens(List.of(UNKNOWN));
        return new BpeTrainer(
                        BpeTrainerOptions.defaults()
                                .withVocabularySize(64 + random.below(40))
                                .withAlphabet(alphabet)
                                .withUnknownToken(UNKNOWN),
                        Progress.Listener.none())
                .train(words);
    }

    /** The same merges in a random order, which no training would give. */
    private static BpeModel shuffled(BpeModel model, TestRandom random) {
        List<int[]> merges = new ArrayList<>();
        for (int rank = 0; rank < model.mergeCount(); rank++) {
            merges.add(random.below(merges.size() + 1), new int[] {model.left(rank), model.right(rank)});
        }
        int[] flat = merges.stream().flatMapToInt(IntStream::of).toArray();
        return new BpeModel(model.pieces(), flat, model.options());
    }

    private static List<Pair> pairs(BpeModel model) {
        return IntStream.range(0, model.mergeCount())
                .mapToObj(rank -> new Pair(model.piece(model.left(rank)), model.piece(model.right(rank))))
                .toList();
    }

    private static List<String> symbols(BpeModel model, String word) {
        int[] characters = word.codePoints().toArray();
        List<String> symbols = new ArrayList<>();
        for (int i = 0; i < characters.length; i++) {
            String suffix = i == characters.length - 1 ? model.options().endOfWordSuffix() : "";
            String symbol = Character.toString(characters[i]) + suffix;
            symbols.add(model.id(symbol) < 0 ? UNKNOWN : symbol);
        }
        return symbols;
    }
}
