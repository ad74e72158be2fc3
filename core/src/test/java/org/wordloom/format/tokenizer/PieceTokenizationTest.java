package org.wordloom.format.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.lang.UCharacter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wordloom.base.ExitCode;
import org.wordloom.base.Problems;
import org.wordloom.base.WordloomException;
import org.wordloom.text.Tokenization;
import org.wordloom.text.WordTokenizer;
import org.wordloom.tokenizer.AddedToken;
import org.wordloom.tokenizer.Encoding;
import org.wordloom.tokenizer.PieceTable;
import org.wordloom.tokenizer.Tokenizer;
import org.wordloom.tokenizer.WordLevel;
import org.wordloom.tokenizer.bpe.BpeModel;
import org.wordloom.tokenizer.bpe.BpeOptions;

class PieceTokenizationTest {
    private static final Map<String, Tokenizer> TOKENIZERS =
            TokenizerAgreementTest.tokenizers(SampleTexts.training(), 700);

    static Stream<String> names() {
        return TOKENIZERS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("names")
    void wordsAreThePiecesThatEncodingGives(String name) throws IOException, ClassNotFoundException {
        Tokenizer tokenizer = TOKENIZERS.get(name);
        PieceTokenization here = PieceTokenization.of(tokenizer);
        PieceTokenization there = sent(here);
        assertThat(there).isEqualTo(here).hasToString(here.toString());
        for (String text : SampleTexts.fixed()) {
            List<String> expected = reference(tokenizer, text);
            assertThat(words(here, text)).isEqualTo(expected);
            assertThat(words(there, text)).isEqualTo(expected);
        }
    }

    /** What is written again after reading is the same, or an output's tokenizer would be taken for another. */
    @ParameterizedTest
    @MethodSource("names")
    void theDigestOutlastsReadingAndWriting(String name) throws IOException {
        PieceTokenization once = PieceTokenization.of(TOKENIZERS.get(name));
        Tokenizer read = TokenizerJson.read(new ByteArrayInputStream(once.bytes()), name);
        assertThat(PieceTokenization.of(read).digest()).isEqualTo(once.digest()).matches("[0-9a-f]{64}");
        assertThat(TOKENIZERS.values().stream()
                        .map(each -> PieceTokenization.of(each).digest())
                        .distinct())
                .hasSize(TOKENIZERS.size());
    }

    /** Its file says more than tokenizer.json can, and another program's file need not be laid out as ours. */
    @Test
    void aModelOfSentencePieceTravelsAsItsOwnBytes() throws IOException, ClassNotFoundException {
        byte[] file = new WireWriter()
                .message(3, new WireWriter().string(1, "identity"))
                .message(1, new WireWriter().string(1, "<unk>").integer(3, 2))
                .message(1, new WireWriter().integer(3, 3).string(1, "<s>"))
                .message(1, new WireWriter().string(1, "\u2581a").number(2, -1))
                .message(1, new WireWriter().string(1, "<").number(2, -2))
                .message(1, new WireWriter().string(1, "s>").number(2, -2))
                .toBytes();
        PieceTokenization here = PieceTokenization.of(
                PortableTokenizer.read(new ByteArrayInputStream(file), TokenizerForm.SENTENCEPIECE, "a.model"));
        PieceTokenization there = sent(here);
        assertThat(here.bytes()).isEqualTo(file);
        assertThat(there.bytes()).isEqualTo(file);
        assertThat(there.form()).isEqualTo(TokenizerForm.SENTENCEPIECE);
        assertThat(there).isEqualTo(here);
        assertThat(words(there, "a  <s>x a"))
                .isEqualTo(words(here, "a  <s>x a"))
                .containsExactly("\u2581a", "<", "s>", "\u2581a");
        PieceTokenization written = PieceTokenization.of(here.tokenizer());
        assertThat(written.form()).isEqualTo(TokenizerForm.SENTENCEPIECE);
        assertThat(written).as("the order of fields").isNotEqualTo(here);
        assertThat(words(written, "a  <s>x a")).isEqualTo(words(here, "a  <s>x a"));
    }

    @Test
    void longTextIsCutBeforeWhiteSpace() {
        Tokenizer tokenizer = TOKENIZERS.get("gpt2");
        String text = "two words and größere Wörter ".repeat(20_000);
        assertThat(words(PieceTokenization.of(tokenizer), text)).isEqualTo(reference(tokenizer, text));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aWordOfMegabytesAndMalformedTextAreTakenApart(String name) {
        WordTokenizer tokenizer = PieceTokenization.of(TOKENIZERS.get(name)).newTokenizer();
        byte[] word = "日本".repeat(1 << 19).getBytes(StandardCharsets.UTF_8);
        long[] found = new long[1];
        tokenizer.tokenize(word, 0, word.length, (utf8, from, to) -> found[0]++);
        byte[] malformed = new byte[200_000];
        for (int i = 0; i < malformed.length; i++) {
            malformed[i] = (byte) (i * 31);
        }
        tokenizer.tokenize(malformed, 0, malformed.length, (utf8, from, to) -> found[0]++);
        assertThat(found[0]).isPositive();
    }

    @Test
    void whiteSpaceInPiecesIsWrittenAsInJson() {
        Tokenizer tokenizer = wordLevel("a", "b", "\\", "?")
                .add(AddedToken.special(0, " \t\\"))
                .add(AddedToken.special(0, "x\u00A0y"))
                .build();
        assertThat(words(PieceTokenization.of(tokenizer), "a \t\\bx\u00A0y"))
                .containsExactly("a", "\\u0020\\u0009\\u005C", "b", "x\\u00A0y");
    }

    @Test
    void namesThatCollideAreRefused() {
        Tokenizer tokenizer =
                wordLevel("\\u0020", "?").add(AddedToken.special(0, " ")).build();
        assertThatThrownBy(() -> PieceTokenization.of(tokenizer))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.FORMAT))
                .hasMessageContaining("'\\u0020'");
    }

    @Test
    void whatIsUnknownIsNoWordButCounted() {
        PieceTokenization pieces = PieceTokenization.of(
                wordLevel("a", "?").add(AddedToken.special(0, "-")).build());
        List<String> heard = new ArrayList<>();
        byte[] text = "a-never-?-a".getBytes(StandardCharsets.UTF_8);
        pieces.newTokenizer().tokenize(text, 0, text.length, new WordTokenizer.WordSink() {
            @Override
            public void word(byte[] utf8, int from, int to) {
                heard.add(new String(utf8, from, to - from, StandardCharsets.UTF_8));
            }

            @Override
            public void unknown() {
                heard.add("(unknown)");
            }
        });
        assertThat(heard).containsExactly("a", "-", "(unknown)", "-", "(unknown)", "-", "a");
    }

    @Test
    void dropoutIsRefused() {
        PieceTable pieces = PieceTable.of(new String[] {"a", "b", "ab"});
        BpeModel model =
                new BpeModel(pieces, new int[] {0, 1}, BpeOptions.defaults().withDropout(0.1));
        Problems problems = new Problems();
        PieceTokenization.of(Tokenizer.builder(model).build()).validate(problems);
        assertThat(problems.all()).singleElement().asString().contains("dropout");
    }

    /** A model of whole words, the last of which stands for all others. */
    private static Tokenizer.Builder wordLevel(String... words) {
        return Tokenizer.builder(new WordLevel(PieceTable.of(words), words[words.length - 1]));
    }

    private static List<String> reference(Tokenizer tokenizer, String text) {
        Encoding encoding = tokenizer.newEncoder().encode(text, false);
        List<String> pieces = new ArrayList<>();
        for (int id : encoding.ids()) {
            if (id != tokenizer.model().unknownId()) {
                pieces.add(written(tokenizer.piece(id)));
            }
        }
        return pieces;
    }

    private static String written(String piece) {
        boolean blank = piece.codePoints().anyMatch(PieceTokenizationTest::isBlank);
        return blank
                ? piece.codePoints()
                        .mapToObj(c -> c == '\\' || isBlank(c)
                                ? String.format(Locale.ROOT, "\\u%04X", c)
                                : Character.toString(c))
                        .collect(Collectors.joining())
                : piece;
    }

    private static boolean isBlank(int c) {
        return c <= ' ' || UCharacter.isUWhiteSpace(c);
    }

    private static List<String> words(Tokenization tokenization, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        List<String> words = new ArrayList<>();
        tokenization
                .newTokenizer()
                .tokenize(
                        utf8,
                        0,
                        utf8.length,
                        (bytes, from, to) -> words.add(new String(bytes, from, to - from, StandardCharsets.UTF_8)));
        return words;
    }

    /** As Spark sends it. */
    private static PieceTokenization sent(PieceTokenization tokenization) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(tokenization);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (PieceTokenization) in.readObject();
        }
    }
}
