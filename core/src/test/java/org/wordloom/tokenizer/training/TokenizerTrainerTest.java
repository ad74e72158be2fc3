package org.wordloom.tokenizer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wordloom.base.ExitCode;
import org.wordloom.base.Problems;
import org.wordloom.base.Progress;
import org.wordloom.base.WordloomException;
import org.wordloom.text.WordTokenizer;
import org.wordloom.tokenizer.Tokenizer;
import org.wordloom.tokenizer.training.SubwordOptions.Kind;
import org.wordloom.vocab.Vocabulary;
import org.wordloom.vocab.VocabularyOptions;
import org.wordloom.vocab.WordCounts;

class TokenizerTrainerTest {
    private static final String TEXT =
            "The low wages. The lower wages. The lowest of all wages. All is low. ".repeat(20);

    @Test
    void keepsASpecialTokenThatIsAlsoLearnedOnePiece() {
        Tokenizer tokenizer = train(options(Kind.UNIGRAM, 24, 0, List.of("<unk>", "."), false));
        assertThat(tokenizer.size()).as("one less than asked for").isEqualTo(23);
        assertThat(tokenizer.model().id(".")).isEqualTo(1);
        IntArrayList ids = new IntArrayList();
        tokenizer.newEncoder().encodeIds("low.\uFF0E", ids);
        assertThat(ids.intStream().filter(id -> id == 1))
                .as("the token in the text, and the piece of what the text is normalised to")
                .hasSize(2);
    }

    @Test
    void refusesSpecialTokensThatAreNotDifferentOrEmpty() {
        for (Kind kind : Kind.values()) {
            String unknown = kind == Kind.WORDPIECE ? "[UNK]" : "<unk>";
            assertThat(problems(options(kind, 40, 0, List.of(unknown, "<s>", "<s>"), false)))
                    .singleElement()
                    .asString()
                    .contains("--special-tokens names a token twice");
            assertThat(problems(options(kind, 40, 0, List.of(unknown, ""), false)))
                    .singleElement()
                    .asString()
                    .contains("--special-tokens holds an empty token");
        }
    }

    @Test
    void refusesSpecialTokensThatByteFallbackNeeds() {
        assertThat(problems(options(Kind.UNIGRAM, 400, 0, List.of("<unk>", "<0x41>"), true)))
                .singleElement()
                .asString()
                .contains("<0x41>");
        assertThat(problems(options(Kind.UNIGRAM, 400, 0, List.of("<unk>", "<0x41>"), false)))
                .isEmpty();
    }

    @Test
    void refusesAMistakenDesignBeforeItSeesWords() {
        SubwordOptions twice = options(Kind.UNIGRAM, 40, 0, List.of("<unk>", "<unk>"), false);
        assertThatThrownBy(() -> new TokenizerTrainer(Kind.UNIGRAM.text(), twice, Progress.Listener.none()))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE));
    }

    @Test
    void refusesSizesThatTheTrainerWouldRefuse() {
        assertThat(problems(options(Kind.BPE, 40, 1, null, false)))
                .singleElement()
                .asString()
                .contains("at least 2");
        assertThat(problems(options(Kind.WORDPIECE, 0, 1, null, false))).hasSize(2);
        assertThat(problems(options(Kind.UNIGRAM, 40, 128, null, false)))
                .containsExactly("--max-piece-length is 128, expected 1 to 127");
        assertThat(problems(options(Kind.UNIGRAM, 1 << 24, 16, null, false)))
                .containsExactly("--vocab-size is 16777216, expected 1 to 16777215");
    }

    @Test
    void refusesALimitOfTheAlphabetOfBytes() {
        SubwordOptions limited = new SubwordOptions(
                Kind.BPE, 300, 2, 0, 5, 1, null, false, Kind.BPE.defaults().criterion(), 1);
        assertThat(problems(limited)).isEmpty();
        Problems ofBytes = new Problems();
        limited.validate(WordSplitting.BYTE_LEVEL, ofBytes);
        assertThat(ofBytes.all()).singleElement().asString().contains("--alphabet-limit does not go with byte-level");
        assertThatThrownBy(() -> train(options(Kind.BPE, 40, 0, null, false)))
                .hasMessageEndingWith("set it to at least 257");
    }

    @Test
    void beginsWithMoreSeedsForALargeUnigramVocabulary() {
        for (int size : new int[] {1, 250_000, 2_000_000, (1 << 24) - 1}) {
            SubwordOptions options = options(Kind.UNIGRAM, size, 1, null, false);
            assertThat(problems(options)).isEmpty();
            assertThatThrownBy(() -> train(options)).hasMessageContaining("--vocab-size is " + size);
        }
    }

    private static List<String> problems(SubwordOptions options) {
        Problems problems = new Problems();
        options.validate(options.kind() == Kind.UNIGRAM ? WordSplitting.METASPACE : WordSplitting.WORDS, problems);
        return problems.all();
    }

    private static SubwordOptions options(
            Kind kind, int size, int maxPieceLength, List<String> specialTokens, boolean byteFallback) {
        SubwordOptions defaults = kind.defaults();
        return new SubwordOptions(
                kind,
                size,
                defaults.minFrequency(),
                maxPieceLength,
                0,
                1,
                specialTokens,
                byteFallback,
                defaults.criterion(),
                1);
    }

    private static Tokenizer train(SubwordOptions options) {
        TextOptions text = options.kind().text();
        WordCounts counts = new WordCounts();
        WordTokenizer words = text.newTokenizer();
        byte[] utf8 = TEXT.getBytes(StandardCharsets.UTF_8);
        words.tokenize(utf8, 0, utf8.length, counts::add);
        Vocabulary vocabulary = counts.toVocabulary(new VocabularyOptions(1, 0));
        return new TokenizerTrainer(text, options, Progress.Listener.none()).train(vocabulary);
    }
}
