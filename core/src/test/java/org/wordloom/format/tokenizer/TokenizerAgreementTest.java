package org.wordloom.format.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wordloom.TestRandom;
import org.wordloom.tokenizer.Direction;
import org.wordloom.tokenizer.Encoding;
import org.wordloom.tokenizer.Padding;
import org.wordloom.tokenizer.SubwordModel;
import org.wordloom.tokenizer.Tokenizer;
import org.wordloom.tokenizer.TokenizerEncoder;
import org.wordloom.tokenizer.Truncation;
import org.wordloom.tokenizer.unigram.UnigramModel;

/** Whole tokenizers give HuggingFace's ids, pieces, offsets, words, types and masks, and decode alike. */
class TokenizerAgreementTest {
    private static final Map<String, Tokenizer> TOKENIZERS = tokenizers(SampleTexts.training(), 700);

    static Map<String, Tokenizer> tokenizers(List<String> texts, int size) {
        TrainedTokenizers trained = new TrainedTokenizers(texts, size);
        return Map.of(
                "bert", trained.bert(),
                "gpt2", trained.gpt2(),
                "roberta", trained.roberta(),
                "gpt4", trained.gpt4(),
                "llama", trained.llama(),
                "t5", trained.t5());
    }

    static Stream<String> names() {
        return TOKENIZERS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("names")
    void encodesAndDecodesAlike(String name) throws IOException {
        List<String> texts = new ArrayList<>(SampleTexts.fixed());
        texts.addAll(SampleTexts.random(TestRandom.create(), 400));
        Tokenizer tokenizer = TOKENIZERS.get(name);
        TokenizerEncoder ours = tokenizer.newEncoder();
        try (HuggingFace theirs = new HuggingFace(json(tokenizer))) {
            for (String text : texts) {
                agree(tokenizer, ours, theirs, text);
            }
        }
    }

    /** The space put before the text is aligned with its first character, of which a piece of its own covers nothing. */
    @ParameterizedTest
    @MethodSource("names")
    void aSpacePutBeforeACharacterOfTwoUnitsCoversNothing(String name) throws IOException {
        Tokenizer tokenizer = TOKENIZERS.get(name);
        TokenizerEncoder ours = tokenizer.newEncoder();
        try (HuggingFace theirs = new HuggingFace(json(tokenizer))) {
            for (String text : List.of("𝒜", "𐐀", "\uD840\uDC00", "🏴", "𝟘", "𝒜 𝒜", "𝒜שָׁ")) {
                agree(tokenizer, ours, theirs, text);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void encodesPairsAlike(String name) throws IOException {
        TestRandom random = TestRandom.create();
        List<String> first = SampleTexts.random(random, 300);
        List<String> second = SampleTexts.random(random, 300);
        Tokenizer tokenizer = TOKENIZERS.get(name);
        TokenizerEncoder ours = tokenizer.newEncoder();
        try (HuggingFace theirs = new HuggingFace(json(tokenizer))) {
            for (int i = 0; i < first.size(); i++) {
                String a = first.get(i);
                String b = second.get(i);
                Encoding encoding = ours.encode(a, b, true);
                HuggingFace.Result expected = theirs.encode(a, b, true);
                assertThat(ids(encoding)).as("'%s' and '%s'", a, b).isEqualTo(ids(expected));
                assertThat(types(encoding)).as("types of '%s' and '%s'", a, b).isEqualTo(types(expected));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void truncatesAndPadsAlike(String name) throws IOException {
        TestRandom random = TestRandom.create();
        for (int round = 0; round < 15; round++) {
            Tokenizer tokenizer = TOKENIZERS.get(name).toBuilder()
                    .truncation(new Truncation(
                            12 + random.below(20),
                            Truncation.Strategy.LONGEST_FIRST,
                            random.below(3),
                            random.oneOf(Direction.values())))
                    .padding(new Padding(
                            random.below(2) * 40, random.below(9), random.oneOf(Direction.values()), 0, "p", 1))
                    .build();
            TokenizerEncoder ours = tokenizer.newEncoder();
            try (HuggingFace theirs = new HuggingFace(json(tokenizer))) {
                for (String text : SampleTexts.random(random, 15)) {
                    assertSame(tokenizer, text, ours.encode(text, true), theirs.encode(text, true));
                    assertSame(tokenizer, text, ours.encode(text, text, true), theirs.encode(text, text, true));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void comesBackFromItsFile(String name) throws IOException {
        String json = json(TOKENIZERS.get(name));
        Tokenizer read = TokenizerJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), name);
        assertThat(json(read)).isEqualTo(json);
    }

    static void agree(Tokenizer tokenizer, TokenizerEncoder ours, HuggingFace theirs, String text) {
        Encoding encoding = ours.encode(text, true);
        HuggingFace.Result expected = theirs.encode(text, true);
        assertSame(tokenizer, text, encoding, expected);
        int[] ids = encoding.ids();
        for (boolean skip : new boolean[] {true, false}) {
            assertThat(tokenizer.decode(ids, skip)).as("decoded '%s'", text).isEqualTo(theirs.decode(ids, skip));
        }
    }

    static String json(Tokenizer tokenizer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TokenizerJson.write(tokenizer, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The parts that overflow have no parts of their own here; in HuggingFace's library those of pairs do. */
    private static void assertSame(Tokenizer tokenizer, String text, Encoding encoding, HuggingFace.Result expected) {
        assertSameTokens(tokenizer, text, encoding, expected);
        assertThat(encoding.overflowing()).as("parts of '%s'", text).hasSameSizeAs(expected.overflowing());
        for (int i = 0; i < encoding.overflowing().size(); i++) {
            assertSameTokens(
                    tokenizer,
                    text,
                    encoding.overflowing().get(i),
                    expected.overflowing().get(i));
        }
    }

    private static void assertSameTokens(
            Tokenizer tokenizer, String text, Encoding encoding, HuggingFace.Result expected) {
        int unknownId = tokenizer.model() instanceof UnigramModel unigram ? unigram.unknownId() : SubwordModel.UNKNOWN;
        assertThat(tokens(text, encoding)).as("'%s'", text).isEqualTo(withUnknownToken(expected.tokens(), unknownId));
    }

    /** HuggingFace's unigram model gives the text that was unknown; here the unknown token is a token as any other. */
    private static List<HuggingFace.Token> withUnknownToken(List<HuggingFace.Token> tokens, int unknownId) {
        List<HuggingFace.Token> renamed = new ArrayList<>();
        for (HuggingFace.Token token : tokens) {
            boolean isUnknown = token.id() == unknownId;
            renamed.add(isUnknown ? token.withPiece("<unk>") : token);
        }
        return renamed;
    }

    private static List<HuggingFace.Token> tokens(String text, Encoding encoding) {
        List<HuggingFace.Token> tokens = new ArrayList<>();
        for (int i = 0; i < encoding.size(); i++) {
            tokens.add(new HuggingFace.Token(
                    encoding.id(i),
                    encoding.piece(i),
                    codePoints(text, encoding.start(i)),
                    codePoints(text, encoding.end(i)),
                    encoding.word(i),
                    encoding.typeId(i),
                    encoding.isSpecial(i),
                    encoding.isAttended(i)));
        }
        return tokens;
    }

    private static int codePoints(String text, int chars) {
        return text.codePointCount(0, Math.min(chars, text.length()));
    }

    private static List<Integer> ids(Encoding encoding) {
        return Arrays.stream(encoding.ids()).boxed().toList();
    }

    private static List<Integer> ids(HuggingFace.Result result) {
        return result.tokens().stream().map(HuggingFace.Token::id).toList();
    }

    private static List<Integer> types(Encoding encoding) {
        List<Integer> types = new ArrayList<>();
        for (int i = 0; i < encoding.size(); i++) {
            types.add(encoding.typeId(i));
        }
        return types;
    }

    private static List<Integer> types(HuggingFace.Result result) {
        return result.tokens().stream().map(HuggingFace.Token::typeId).toList();
    }
}
