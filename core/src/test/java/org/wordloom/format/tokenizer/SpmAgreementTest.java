package org.wordloom.format.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.base.Progress;
import org.wordloom.tokenizer.sentencepiece.NamedCharacterMap;
import org.wordloom.tokenizer.sentencepiece.NormalizedWords;
import org.wordloom.tokenizer.sentencepiece.NormalizerOptions;
import org.wordloom.tokenizer.sentencepiece.SentencePieceModel;
import org.wordloom.tokenizer.sentencepiece.TextPreparation;
import org.wordloom.tokenizer.sentencepiece.Utf8Normalizer;
import org.wordloom.tokenizer.unigram.UnigramOptions;
import org.wordloom.tokenizer.unigram.UnigramTrainer;
import org.wordloom.vocab.VocabularyOptions;

/** Our pieces are those of {@code spm_encode}, line by line, for its models and for ours, in eight kinds of text. */
class SpmAgreementTest {
    private static final String ODDITIES = """
            a line  with   spaces\tand a tab\u3000and more\s\s
            ﬁne ½ Ａｂ ｶﾞｷﾞ 한글 한글 e\u0301\u0323 q\u0307\u0323 ～ ℌ

            \u0007control\u200Bzero\u200Dwidth\uFEFF \uFFFD \u2581▁x
            👩‍👩‍👧 🇩🇪 😀😀 𝔘𝔫𝔦 \uD83E\uDD70 unknown ⅷ ∰ ༺༻ ꧁꧂
            <unk> <s> </s> <0x41> [SEP] 12,345.67 1999年3月
            aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
            """;

    @TempDir
    private Path folder;

    @Test
    void ourModelsWork() throws IOException {
        SpmPrograms.assumeInstalled();
        Path text = Files.writeString(folder.resolve("text"), (ODDITIES + "the cat sat on the mat\n").repeat(3));
        agrees(ours(text, 118, NormalizerOptions.defaults(), false), text);
        agrees(ours(text, 345, new NormalizerOptions(true, false, true, false), true), text);
        agrees(ours(text, 110, new NormalizerOptions(true, true, true, true), false), text);
    }

    @Test
    @Tag("data")
    void ourModelsWorkInEveryLanguage() throws IOException {
        SpmPrograms.assumeInstalled();
        Path text = languages();
        agrees(ours(text, 6000, NormalizerOptions.defaults(), false), text);
        agrees(ours(text, 6000, NormalizerOptions.defaults(), true), text);
    }

    @Test
    @Tag("data")
    void theirModelsWork() throws IOException {
        SpmPrograms.assumeInstalled();
        Path text = languages();
        Path sample = sample(text);
        List<String[]> settings = List.of(
                new String[] {"--vocab_size=4000"},
                new String[] {"--vocab_size=4000", "--byte_fallback", "--character_coverage=0.99"},
                new String[] {"--vocab_size=4000", "--model_type=bpe"},
                new String[] {"--vocab_size=4000", "--model_type=bpe", "--byte_fallback", "--character_coverage=0.99"},
                new String[] {"--vocab_size=3500", "--normalization_rule_name=nfkc_cf", "--treat_whitespace_as_suffix"},
                new String[] {"--vocab_size=3500", "--user_defined_symbols=the,<sep>,ing,thing", "--control_symbols=<c>"
                },
                new String[] {
                    "--vocab_size=3500",
                    "--model_type=bpe",
                    "--user_defined_symbols=the,<sep>,ing",
                    "--normalization_rule_name=identity",
                    "--remove_extra_whitespaces=false"
                },
                new String[] {"--vocab_size=3500", "--model_type=char"},
                new String[] {"--vocab_size=3500", "--model_type=word"});
        for (String[] options : settings) {
            Path model = SpmPrograms.train(sample, folder.resolve("theirs"), options);
            agrees(model, text);
            SentencePieceModel read = read(model);
            Path written = folder.resolve("rewritten.model");
            write(read, written);
            assertThat(SpmPrograms.encode(written, sample)).isEqualTo(SpmPrograms.encode(model, sample));
        }
    }

    private static void agrees(Path model, Path text) throws IOException {
        List<String> theirs = SpmPrograms.encode(model, text);
        List<String> ours = SpmPrograms.encode(read(model), text);
        for (int i = 0; i < Math.min(theirs.size(), ours.size()); i++) {
            assertThat(ours.get(i)).as("line %d", i + 1).isEqualTo(theirs.get(i));
        }
        assertThat(ours).hasSameSizeAs(theirs);
    }

    private Path ours(Path text, int size, NormalizerOptions options, boolean bytes) throws IOException {
        TextPreparation preparation = TextPreparation.of(NamedCharacterMap.NMT_NFKC, options);
        NormalizedWords words =
                new NormalizedWords(new Utf8Normalizer(preparation.map(), options, List.of()), true, false);
        for (String line : Files.readAllLines(text)) {
            byte[] utf8 = line.getBytes(StandardCharsets.UTF_8);
            words.add(utf8, 0, utf8.length, 1);
        }
        UnigramOptions training =
                UnigramOptions.defaults().withVocabularySize(size).withSpecialPieces(bytes ? 259 : 3);
        if (bytes) {
            training = training.withCharacterCoverage(0.97);
        }
        SentencePieceModel model = SentencePieceModel.of(
                new UnigramTrainer(training, 2, Progress.Listener.none())
                        .train(words.counts().toVocabulary(new VocabularyOptions(1, 0))),
                bytes,
                preparation);
        Path file = folder.resolve("ours.model");
        write(model, file);
        return file;
    }

    /** English, German, Chinese, Japanese, Arabic, Hindi, Thai, emoji. */
    private Path languages() throws IOException {
        String data = System.getenv("WORDLOOM_DATA");
        assumeTrue(data != null, "WORDLOOM_DATA is not set");
        StringBuilder text = new StringBuilder(ODDITIES);
        for (String file : List.of(
                "lang/en-botchan.txt.gz",
                "lang/de-10kgnad-test.csv.gz",
                "lang/ja-wagahaiwa_nekodearu.txt.gz",
                "classify/tweeteval-offensive/test_text.txt.gz")) {
            append(text, unpacked(Path.of(data, file)), 300_000);
        }
        for (String language : List.of("ar", "hi", "th", "zh")) {
            String json = unpacked(Path.of(data, "lang/xquad/xquad." + language + ".json.gz"));
            append(text, json.replace("\\n", " ").replaceAll("\"(context|question)\"", "\n"), 300_000);
        }
        return Files.writeString(folder.resolve("languages"), text);
    }

    private static void append(StringBuilder text, String more, int most) {
        String cut = more.substring(0, more.lastIndexOf('\n', Math.min(most, more.length() - 1)) + 1);
        text.append(cut);
    }

    /** Every seventh line: enough to train on, in seconds. */
    private Path sample(Path text) throws IOException {
        List<String> lines = Files.readAllLines(text);
        StringBuilder sample = new StringBuilder();
        for (int i = 0; i < lines.size(); i += 7) {
            sample.append(lines.get(i)).append('\n');
        }
        return Files.writeString(folder.resolve("sample"), sample);
    }

    private static String unpacked(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static SentencePieceModel read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return SentencePieceModelFormat.read(in, file.toString());
        }
    }

    private static void write(SentencePieceModel model, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            SentencePieceModelFormat.write(model, out);
        }
    }
}
