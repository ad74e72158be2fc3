package org.wordloom.format.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.TestRandom;
import org.wordloom.base.Progress;
import org.wordloom.tokenizer.PieceType;
import org.wordloom.tokenizer.sentencepiece.ModelKind;
import org.wordloom.tokenizer.sentencepiece.NamedCharacterMap;
import org.wordloom.tokenizer.sentencepiece.NormalizedWords;
import org.wordloom.tokenizer.sentencepiece.NormalizerOptions;
import org.wordloom.tokenizer.sentencepiece.OtherFields;
import org.wordloom.tokenizer.sentencepiece.SentencePieceModel;
import org.wordloom.tokenizer.sentencepiece.TextPreparation;
import org.wordloom.tokenizer.sentencepiece.Utf8Normalizer;
import org.wordloom.tokenizer.unigram.UnigramOptions;
import org.wordloom.tokenizer.unigram.UnigramTrainer;
import org.wordloom.vocab.VocabularyOptions;

/** Our pieces are those of {@code spm_encode}, line by line, for its models and for ours, in eight kinds of text. */
class SpmAgreementTest {
    @TempDir
    private Path folder;

    @Test
    void ourModelsWork() throws IOException {
        SpmPrograms.assumeInstalled();
        Path text = Files.writeString(
                folder.resolve("text"), (LanguageTexts.ODDITIES + "the cat sat on the mat\n").repeat(3));
        agrees(ours(text, 118, NormalizerOptions.defaults(), false), text);
        agrees(ours(text, 345, new NormalizerOptions(true, false, true, false), true), text);
        agrees(ours(text, 110, new NormalizerOptions(true, true, true, true), false), text);
    }

    @Test
    @Tag("data")
    void ourModelsWorkInEveryLanguage() throws IOException {
        SpmPrograms.assumeInstalled();
        Path text = LanguageTexts.all(folder);
        agrees(ours(text, 6000, NormalizerOptions.defaults(), false), text);
        agrees(ours(text, 6000, NormalizerOptions.defaults(), true), text);
    }

    @Test
    @Tag("data")
    void theirModelsWork() throws IOException {
        SpmPrograms.assumeInstalled();
        Path text = LanguageTexts.all(folder);
        Path sample = LanguageTexts.sample(text, 0, folder);
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

    /** SentencePiece merges by text: "ab" from "a", which is unknown where it stays alone. */
    @Test
    void theirDenormalizersWork() throws IOException {
        SpmPrograms.assumeInstalled();
        Path text = Files.writeString(
                folder.resolve("text"), (LanguageTexts.ODDITIES + "the cat sat on the mat\n").repeat(3));
        Path rules = Files.writeString(folder.resolve("rules"), "61\t41 20\n65\t\n");
        Path model = SpmPrograms.train(
                text,
                folder.resolve("theirs"),
                "--vocab_size=400",
                "--hard_vocab_limit=false",
                "--denormalization_rule_tsv=" + rules);
        List<String> lines = SpmPrograms.ids(model, text);
        SentencePieceModel ours = read(model);
        assertThat(lines.stream().map(line -> ours.decode(ids(line))))
                .containsExactlyElementsOf(SpmPrograms.decode(model, Files.write(folder.resolve("ids"), lines)))
                .anyMatch(line -> line.contains("A "));
    }

    private static int[] ids(String line) {
        return line.isEmpty()
                ? new int[0]
                : Arrays.stream(line.split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    @Test
    void charactersWithoutAPieceMerge() throws IOException {
        SpmPrograms.assumeInstalled();
        TestRandom random = TestRandom.create();
        StringBuilder lines = new StringBuilder("abc a xab bab\n");
        for (int i = 0; i < 2000; i++) {
            lines.append("aabbcx yz ".charAt(random.below(10)));
        }
        Path text = Files.writeString(
                folder.resolve("text"), lines.toString().replace("y", "\n").replace("z", "z\uD83D\uDE00") + "\n");
        List<String> pieces = List.of("<unk>", "▁", "b", "c", "ab", "abc", "▁ab", "xx", "bab", "z\uD83D\uDE00");
        List<PieceType> types = new ArrayList<>(Collections.nCopies(pieces.size(), PieceType.NORMAL));
        types.set(0, PieceType.UNKNOWN);
        float[] scores = new float[pieces.size()];
        for (int id = 0; id < scores.length; id++) {
            scores[id] = -random.below(20);
        }
        Path file = folder.resolve("bpe.model");
        write(bpe(pieces, scores, types), file);
        agrees(file, text);
    }

    @Test
    void unusedPiecesThatMergeAreRefused() {
        List<String> pieces = List.of("<unk>", "a", "b", "ab");
        List<PieceType> types = List.of(PieceType.UNKNOWN, PieceType.UNUSED, PieceType.NORMAL, PieceType.UNUSED);
        assertThatThrownBy(() -> bpe(pieces, new float[4], types))
                .hasMessageContaining("piece 3, 'ab', is of type UNUSED");
    }

    private static SentencePieceModel bpe(List<String> pieces, float[] scores, List<PieceType> types) {
        TextPreparation preparation = TextPreparation.of(NamedCharacterMap.IDENTITY, NormalizerOptions.defaults());
        return new SentencePieceModel(ModelKind.BPE, pieces, scores, types, false, null, preparation, OtherFields.NONE);
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
