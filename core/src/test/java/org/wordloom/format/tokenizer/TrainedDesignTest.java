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
import org.wordloom.tokenizer.design.ModelDesign;
import org.wordloom.tokenizer.design.ModelDesign.Kind;
import org.wordloom.tokenizer.design.TextDesign;
import org.wordloom.tokenizer.design.TextNormalization;
import org.wordloom.tokenizer.design.TokenizerTrainer;
import org.wordloom.tokenizer.design.WordSplitting;
import org.wordloom.vocab.VocabularyOptions;
import org.wordloom.vocab.WordCounts;

/** Whatever goes together encodes and decodes what it learned from, and HuggingFace's library reads the file alike. */
class TrainedDesignTest {
    private static final String SENTENCE = "the low wages of a new law are lower than the lowest of all old wages";

    static Stream<ModelDesign> designs() {
        List<ModelDesign> designs = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (boolean byteFallback : new boolean[] {false, true}) {
                ModelDesign defaults = kind.defaults();
                designs.add(new ModelDesign(
                        kind, 0, 1, 0, 0, 1, null, byteFallback, defaults.criterion(), defaults.threads()));
            }
        }
        return designs.stream();
    }

    @ParameterizedTest
    @MethodSource("designs")
    void encodesAndDecodesAlike(ModelDesign design) throws IOException {
        for (WordSplitting splitting : WordSplitting.values()) {
            ModelDesign sized = withRoom(design, splitting);
            Problems problems = new Problems();
            sized.validate(splitting, problems);
            if (problems.all().isEmpty()) {
                TextDesign text = new TextDesign(TextNormalization.NONE, false, false, splitting, 100);
                check(train(text, sized), design, splitting);
            }
        }
    }

    private static void check(Tokenizer tokenizer, ModelDesign design, WordSplitting splitting) throws IOException {
        String known = SENTENCE + " newest walls";
        boolean knowsAll = design.byteFallback() || (splitting.isByteLevel() && design.kind() != Kind.WORDPIECE);
        String text = knowsAll ? "gr\u00E9vins " + known + " roll\u00E9" : known;
        int[] ids = tokenizer.newEncoder().encode(text, false).ids();
        String decoded = tokenizer.decode(ids, false);
        boolean losesSpaces = design.kind() == Kind.UNIGRAM && !splitting.keepsSpaces();
        assertThat(losesSpaces ? decoded.replace(" ", "") : decoded)
                .as("%s, %s", design.kind(), splitting)
                .isEqualTo(losesSpaces ? text.replace(" ", "") : text);
        if (!splitting.usesDictionary()) {
            try (HuggingFace theirs = new HuggingFace(TokenizerAgreementTest.json(tokenizer))) {
                assertThat(theirs.encode(text, false).tokens().stream().mapToInt(HuggingFace.Token::id))
                        .as("%s, %s", design.kind(), splitting)
                        .containsExactly(IntStream.of(ids).boxed().toArray(Integer[]::new));
                assertThat(theirs.decode(ids, false)).isEqualTo(decoded);
            }
        }
    }

    private static ModelDesign withRoom(ModelDesign design, WordSplitting splitting) {
        int bytes = design.byteFallback() || splitting.isByteLevel() ? 256 : 0;
        int unigram = splitting.isByteLevel() ? 6 : 22; // among the bytes are the characters
        int size = bytes + (design.kind() == Kind.UNIGRAM ? unigram : 70);
        return new ModelDesign(
                design.kind(),
                size,
                1,
                0,
                0,
                1,
                design.specialTokens(),
                design.byteFallback(),
                design.criterion(),
                1);
    }

    private static Tokenizer train(TextDesign text, ModelDesign model) {
        WordCounts counts = new WordCounts();
        WordTokenizer words = text.newTokenizer();
        byte[] utf8 = SENTENCE.getBytes(StandardCharsets.UTF_8);
        words.tokenize(utf8, 0, utf8.length, counts::add);
        return new TokenizerTrainer(text, model, Progress.Listener.none())
                .train(counts.toVocabulary(new VocabularyOptions(1, 0)));
    }
}
