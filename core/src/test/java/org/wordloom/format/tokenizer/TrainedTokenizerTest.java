package org.wordloom.format.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wordloom.base.Problems;
import org.wordloom.base.Progress;
import org.wordloom.text.WordTokenizer;
import org.wordloom.tokenizer.Tokenizer;
import org.wordloom.tokenizer.training.SubwordOptions;
import org.wordloom.tokenizer.training.SubwordOptions.Kind;
import org.wordloom.tokenizer.training.TextNormalization;
import org.wordloom.tokenizer.training.TextOptions;
import org.wordloom.tokenizer.training.TokenizerTrainer;
import org.wordloom.tokenizer.training.WordSplitting;
import org.wordloom.vocab.VocabularyOptions;
import org.wordloom.vocab.WordCounts;

/** Whatever goes together encodes and decodes what it learned from, and HuggingFace's library reads the file alike. */
class TrainedTokenizerTest {
    private static final String SENTENCE = "the low wages of a new law are lower than the lowest of all old wages";

    static Stream<SubwordOptions> options() {
        List<SubwordOptions> options = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (boolean byteFallback : new boolean[] {false, true}) {
                SubwordOptions defaults = kind.defaults();
                options.add(new SubwordOptions(
                        kind, 0, 1, 0, 0, 1, null, byteFallback, defaults.criterion(), defaults.threads()));
            }
        }
        return options.stream();
    }

    @ParameterizedTest
    @MethodSource("options")
    void encodesAndDecodesAlike(SubwordOptions options) throws IOException {
        for (WordSplitting splitting : WordSplitting.values()) {
            SubwordOptions sized = withRoom(options, splitting);
            Problems problems = new Problems();
            sized.validate(splitting, problems);
            if (problems.all().isEmpty()) {
                TextOptions text = new TextOptions(TextNormalization.NONE, false, false, splitting, 100);
                check(train(text, sized), options, splitting);
            }
        }
    }

    private static void check(Tokenizer tokenizer, SubwordOptions options, WordSplitting splitting) throws IOException {
        String known = SENTENCE + " newest walls";
        boolean knowsAll = options.byteFallback() || (splitting.isByteLevel() && options.kind() != Kind.WORDPIECE);
        String text = knowsAll ? "gr\u00E9vins " + known + " roll\u00E9" : known;
        int[] ids = tokenizer.newEncoder().encode(text, false).ids();
        String decoded = tokenizer.decode(ids, false);
        boolean losesSpaces = options.kind() == Kind.UNIGRAM && !splitting.keepsSpaces();
        assertThat(losesSpaces ? decoded.replace(" ", "") : decoded)
                .as("%s, %s", options.kind(), splitting)
                .isEqualTo(losesSpaces ? text.replace(" ", "") : text);
        if (!splitting.usesDictionary()) {
            try (HuggingFace theirs = new HuggingFace(TokenizerAgreementTest.json(tokenizer))) {
                assertThat(theirs.encode(text, false).tokens().stream().mapToInt(HuggingFace.Token::id))
                        .as("%s, %s", options.kind(), splitting)
                        .containsExactly(IntStream.of(ids).boxed().toArray(Integer[]::new));
                assertThat(theirs.decode(ids, false)).isEqualTo(decoded);
            }
        }
    }

    private static SubwordOptions withRoom(SubwordOptions options, WordSplitting splitting) {
        int bytes = options.byteFallback() || splitting.isByteLevel() ? 256 : 0;
        int unigram = splitting.isByteLevel() ? 6 : 22; // among the bytes are the characters
        int size = bytes + (options.kind() == Kind.UNIGRAM ? unigram : 70);
        return new SubwordOptions(
                options.kind(),
                size,
                1,
                0,
                0,
                1,
                options.specialTokens(),
                options.byteFallback(),
                options.criterion(),
                1);
    }

    private static Tokenizer train(TextOptions text, SubwordOptions model) {
        WordCounts counts = new WordCounts();
        WordTokenizer words = text.newTokenizer();
        byte[] utf8 = SENTENCE.getBytes(StandardCharsets.UTF_8);
        words.tokenize(utf8, 0, utf8.length, counts::add);
        return new TokenizerTrainer(text, model, Progress.Listener.none())
                .train(counts.toVocabulary(new VocabularyOptions(1, 0)));
    }
}
