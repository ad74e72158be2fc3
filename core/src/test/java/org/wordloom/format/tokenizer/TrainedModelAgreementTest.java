package org.wordloom.format.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;
import org.wordloom.base.Progress;
import org.wordloom.tokenizer.ByteAlphabet;
import org.wordloom.tokenizer.Encoding;
import org.wordloom.tokenizer.PreTokenizer;
import org.wordloom.tokenizer.SubwordModel;
import org.wordloom.tokenizer.Tokenizer;
import org.wordloom.tokenizer.TokenizerEncoder;
import org.wordloom.tokenizer.WordCounter;
import org.wordloom.tokenizer.bpe.BpeModel;
import org.wordloom.tokenizer.bpe.BpeOptions;
import org.wordloom.tokenizer.bpe.BpeTrainer;
import org.wordloom.tokenizer.bpe.BpeTrainerOptions;
import org.wordloom.tokenizer.merging.AlphabetOptions;
import org.wordloom.tokenizer.pretokenizer.ByteLevel;
import org.wordloom.tokenizer.pretokenizer.Metaspace;
import org.wordloom.tokenizer.pretokenizer.WhitespaceSplit;
import org.wordloom.tokenizer.wordpiece.WordPieceTrainer;
import org.wordloom.tokenizer.wordpiece.WordPieceTrainerOptions;
import org.wordloom.vocab.Vocabulary;

/** BPE and WordPiece models that are trained here and written as tokenizer.json, in the real HuggingFace library. */
class TrainedModelAgreementTest {
    private static final BpeTrainerOptions BPE = BpeTrainerOptions.defaults().withVocabularySize(1500);
    private static final AlphabetOptions ALPHABET = AlphabetOptions.defaults();

    private final TestRandom random = TestRandom.create();
    private final List<String> training = SampleTexts.random(random, 400);
    private final List<String> texts = new ArrayList<>(SampleTexts.fixed());

    TrainedModelAgreementTest() {
        training.addAll(SampleTexts.fixed());
        texts.addAll(SampleTexts.random(random, 300));
        texts.add("abcdefgh".repeat(40) + "中文".repeat(70));
    }

    @Test
    void wordsByMerges() throws IOException {
        PreTokenizer words = new WhitespaceSplit();
        agree(words, bpe(words, ALPHABET.withEndOfWordSuffix("</w>")));
        agree(words, bpe(words, ALPHABET.withContinuingPrefix("##")));
        agree(words, bpe(words, ALPHABET.withContinuingPrefix("@@").withEndOfWordSuffix("</w>")));
    }

    @Test
    void bytesByMerges() throws IOException {
        StringBuilder bytes = new StringBuilder();
        IntStream.range(0, 256).forEach(value -> bytes.append(ByteAlphabet.charOf(value)));
        PreTokenizer byteLevel = new ByteLevel(true, true, true);
        BpeModel model = bpe(byteLevel, ALPHABET.withForced(bytes.toString()));
        agree(byteLevel, model);
        agree(byteLevel, model.withOptions(model.options().withIgnoreMerges(true)));
    }

    @Test
    void unknownCharacters() throws IOException {
        PreTokenizer words = Metaspace.defaults();
        BpeModel model = bpe(words, ALPHABET.withSpecialTokens(List.of("<unk>")).withLimit(60));
        BpeOptions options = model.options().withUnknownToken("<unk>");
        agree(words, model.withOptions(options));
        agree(words, model.withOptions(options.withFuseUnknown(true)));
    }

    @Test
    void bytesForUnknownCharacters() throws IOException {
        PreTokenizer words = Metaspace.defaults();
        BpeModel model = bpe(
                words,
                ALPHABET.withSpecialTokens(List.of("<unk>")).withLimit(60).withByteFallback(true));
        agreeOnIds(words, model.withOptions(model.options().withUnknownToken("<unk>")));
    }

    @Test
    void longestMatch() throws IOException {
        PreTokenizer words = new WhitespaceSplit();
        for (WordPieceTrainerOptions.Criterion criterion : WordPieceTrainerOptions.Criterion.values()) {
            WordPieceTrainerOptions options = WordPieceTrainerOptions.defaults();
            agree(
                    words,
                    new WordPieceTrainer(
                                    options.withVocabularySize(1200)
                                            .withCriterion(criterion)
                                            .withAlphabet(options.alphabet().withLimit(150)),
                                    Progress.Listener.none())
                            .train(count(words)));
        }
    }

    private BpeModel bpe(PreTokenizer preTokenizer, AlphabetOptions alphabet) {
        return new BpeTrainer(BPE.withAlphabet(alphabet), Progress.Listener.none()).train(count(preTokenizer));
    }

    private Vocabulary count(PreTokenizer preTokenizer) {
        WordCounter counter = new WordCounter(Tokenizer.segmenter(null, preTokenizer));
        training.forEach(counter::add);
        return counter.counts().toUnorderedVocabulary();
    }

    private void agree(PreTokenizer preTokenizer, SubwordModel model) throws IOException {
        compare(preTokenizer, model, true);
    }

    /** The library gives each byte piece of a character offsets that depend on how it rounds. */
    private void agreeOnIds(PreTokenizer preTokenizer, SubwordModel model) throws IOException {
        compare(preTokenizer, model, false);
    }

    private void compare(PreTokenizer preTokenizer, SubwordModel model, boolean withOffsets) throws IOException {
        Tokenizer tokenizer =
                Tokenizer.builder(model).preTokenizer(preTokenizer).build();
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        TokenizerJson.write(tokenizer, json);
        Tokenizer again = TokenizerJson.read(new ByteArrayInputStream(json.toByteArray()), "tokenizer.json");
        assertThat(again.model()).isEqualTo(model);
        TokenizerEncoder encoder = again.newEncoder();
        try (HuggingFace library = new HuggingFace(json.toString(StandardCharsets.UTF_8))) {
            for (String text : texts) {
                assertThat(ours(encoder.encode(text, false), text, withOffsets))
                        .as(text)
                        .isEqualTo(theirs(library.encode(text, false), withOffsets));
            }
        }
    }

    private static List<String> ours(Encoding encoding, String text, boolean withOffsets) {
        return IntStream.range(0, encoding.size())
                .mapToObj(i -> encoding.id(i)
                        + (withOffsets
                                ? " " + text.codePointCount(0, encoding.start(i)) + " "
                                        + text.codePointCount(0, encoding.end(i))
                                : ""))
                .toList();
    }

    private static List<String> theirs(HuggingFace.Result result, boolean withOffsets) {
        return result.tokens().stream()
                .map(token -> token.id() + (withOffsets ? " " + token.start() + " " + token.end() : ""))
                .toList();
    }
}
