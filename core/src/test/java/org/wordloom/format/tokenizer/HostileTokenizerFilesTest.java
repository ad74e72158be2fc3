package org.wordloom.format.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wordloom.TestRandom;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.tokenizer.Encoding;
import org.wordloom.tokenizer.PieceType;
import org.wordloom.tokenizer.Tokenizer;
import org.wordloom.tokenizer.bpe.BpeModel;
import org.wordloom.tokenizer.bpe.BpeOptions;
import org.wordloom.tokenizer.conversion.BertPipeline;
import org.wordloom.tokenizer.conversion.Gpt2Pipeline;
import org.wordloom.tokenizer.conversion.SubwordNmtPipeline;
import org.wordloom.tokenizer.sentencepiece.ModelKind;
import org.wordloom.tokenizer.sentencepiece.NamedCharacterMap;
import org.wordloom.tokenizer.sentencepiece.NormalizerOptions;
import org.wordloom.tokenizer.sentencepiece.OtherFields;
import org.wordloom.tokenizer.sentencepiece.SentencePieceModel;
import org.wordloom.tokenizer.sentencepiece.SentencePieceSubwords;
import org.wordloom.tokenizer.sentencepiece.TextPreparation;
import org.wordloom.tokenizer.wordpiece.WordPieceOptions;

/** A damaged file is a tokenizer all the same, or refused in one line: nothing else is thrown, and nothing grows or hangs. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class HostileTokenizerFilesTest {
    private static final String TEXT = "the kingdom of <s> größe 日本 😀 ☃\u0000 \uFFFD";
    /** Bytes that reading may allocate for each byte of the file, and what it may need for a file of any size. */
    private static final long BYTES_PER_BYTE = 400;

    private static final long BYTES_PER_FILE = 24L << 20;
    private static final int LONGEST_MESSAGE = 600;

    /** Reads a tokenizer from the bytes of a file. */
    private interface Reader {
        Tokenizer read(InputStream in) throws IOException;
    }

    @Test
    void damagedSentencePieceModelsAreTokenizersOrFormatErrors() throws IOException {
        Reader reader = in -> TokenizerForm.SENTENCEPIECE.read(in, "file");
        for (ModelKind kind : ModelKind.values()) {
            fuzz(file(kind, new TextPreparation("identity", null, NormalizerOptions.defaults())), reader, 700);
        }
        fuzz(
                file(ModelKind.UNIGRAM, TextPreparation.of(NamedCharacterMap.NMT_NFKC, NormalizerOptions.defaults())),
                reader,
                400); // one in fifteen is read: of a hundred, all may be refused
    }

    @Test
    void damagedSentencePieceVocabulariesAreTokenizersOrFormatErrors() throws IOException {
        for (ModelKind kind : List.of(ModelKind.UNIGRAM, ModelKind.BPE)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            SentencePieceVocabularyFormat.write(
                    model(kind, new TextPreparation("identity", null, NormalizerOptions.defaults())), out);
            fuzz(
                    out.toByteArray(),
                    in -> SentencePieceSubwords.tokenizer(SentencePieceVocabularyFormat.readModel(in, "file")),
                    700);
        }
    }

    @Test
    void damagedCodesAreTokenizersOrFormatErrors() throws IOException {
        StringBuilder codes = new StringBuilder("#version: 0.2\n");
        for (String word : words()) {
            for (int i = 1; i < word.length(); i++) {
                codes.append(word, 0, i).append(' ').append(word.charAt(i));
                codes.append(i == word.length() - 1 ? "</w>\n" : "\n");
            }
        }
        fuzz(
                codes.toString().getBytes(StandardCharsets.UTF_8),
                in -> SubwordNmtPipeline.tokenizer(SubwordNmtFormat.read(in, "file")),
                1500);
    }

    @Test
    void damagedBertVocabulariesAreTokenizersOrFormatErrors() throws IOException {
        String pieces = "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\n" + String.join("\n", words()) + "\n##s\n##ing\n";
        fuzz(
                pieces.getBytes(StandardCharsets.UTF_8),
                in -> BertPipeline.tokenizer(BertVocabularyFormat.read(in, "file", WordPieceOptions.defaults()), true),
                1500);
    }

    @Test
    void damagedPiecesAndMergesAreTokenizersOrFormatErrors() throws IOException {
        Tokenizer gpt2 = new TrainedTokenizers(SampleTexts.fixed(), 400).gpt2();
        ByteArrayOutputStream pieces = new ByteArrayOutputStream();
        ByteArrayOutputStream merges = new ByteArrayOutputStream();
        Gpt2Format.write((BpeModel) gpt2.model(), pieces, merges);
        fuzz(
                pieces.toByteArray(),
                in -> Gpt2Pipeline.tokenizer(Gpt2Format.read(
                        in, "file", new ByteArrayInputStream(merges.toByteArray()), "merges", BpeOptions.defaults())),
                500);
        fuzz(
                merges.toByteArray(),
                in -> Gpt2Pipeline.tokenizer(Gpt2Format.read(
                        new ByteArrayInputStream(pieces.toByteArray()),
                        "vocabulary",
                        in,
                        "file",
                        BpeOptions.defaults())),
                500);
    }

    /** Every split of a piece is tried: were each one copied, a line of a megabyte would take an hour. */
    @Test
    @Timeout(60)
    void aPieceOfAMegabyteTakesNoLongerThanOthers() throws IOException {
        List<String> pieces = new ArrayList<>(List.of("<unk>", "a", "b", "ab"));
        for (int length : new int[] {200_000, 400_000, 800_000}) {
            pieces.add("ab".repeat(length / 2));
        }
        StringBuilder lines = new StringBuilder();
        for (String piece : pieces) {
            lines.append(piece).append("\t").append(-pieces.indexOf(piece)).append('\n');
        }
        Tokenizer tokenizer = SentencePieceSubwords.tokenizer(SentencePieceVocabularyFormat.readModel(
                new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)), "long.vocab"));
        assertThat(tokenizer.newEncoder().encode("abab", false).pieces()).contains("ab");
    }

    private static void fuzz(byte[] file, Reader reader, int rounds) throws IOException {
        TestRandom random = TestRandom.create();
        use(reader.read(new ByteArrayInputStream(file)));
        int refused = 0;
        for (int round = 0; round < rounds; round++) {
            byte[] damaged = Mutation.of(file, random);
            ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = memory.getCurrentThreadAllocatedBytes();
            try {
                Tokenizer read = reader.read(new ByteArrayInputStream(damaged));
                requireSmall(memory.getCurrentThreadAllocatedBytes() - before, damaged.length, round);
                use(read);
            } catch (WordloomException e) {
                requireSmall(memory.getCurrentThreadAllocatedBytes() - before, damaged.length, round);
                assertThat(e.exitCode())
                        .as("round %d: %s", round, e.getMessage())
                        .isEqualTo(ExitCode.FORMAT);
                assertThat(e.getMessage())
                        .as("round %d", round)
                        .matches("(?s)(precompiled_charsmap of )?(file|vocabulary|merges) .*")
                        .hasSizeLessThan(LONGEST_MESSAGE);
                assertThat(e.getMessage().lines()).as("round %d", round).hasSize(1);
                refused++;
            } catch (RuntimeException | Error e) {
                throw new AssertionError("round " + round + " of " + rounds, e);
            }
        }
        assertThat(refused).isBetween(1, rounds - 1);
    }

    private static void requireSmall(long allocated, int length, int round) {
        assertThat(allocated)
                .as("round %d: bytes for a file of %d", round, length)
                .isLessThan(BYTES_PER_FILE + BYTES_PER_BYTE * length);
    }

    private static void use(Tokenizer tokenizer) {
        Encoding encoding = tokenizer.newEncoder().encode(TEXT, false);
        tokenizer.decode(encoding.ids(), true);
        PieceTokenization.of(tokenizer).newWholeWords().piece("king");
    }

    private static byte[] file(ModelKind kind, TextPreparation preparation) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SentencePieceModelFormat.write(model(kind, preparation), out);
        return out.toByteArray();
    }

    private static SentencePieceModel model(ModelKind kind, TextPreparation preparation) {
        List<String> pieces = new ArrayList<>(List.of("<unk>", "<s>", "</s>"));
        List<PieceType> types = new ArrayList<>(List.of(PieceType.UNKNOWN, PieceType.CONTROL, PieceType.USER_DEFINED));
        for (int value = 0; value < 256; value++) {
            pieces.add(PieceType.bytePiece(value));
            types.add(PieceType.BYTE);
        }
        for (String word : words()) {
            for (int from = 0; from < word.length(); from++) {
                String piece = (from == 0 ? "▁" : "") + word.substring(from);
                if (!pieces.contains(piece)) {
                    pieces.add(piece);
                    types.add(PieceType.NORMAL);
                }
            }
        }
        float[] scores = new float[pieces.size()];
        for (int id = 0; id < scores.length; id++) {
            scores[id] = kind == ModelKind.BPE ? -id : -1 - id / 50f;
        }
        return new SentencePieceModel(kind, pieces, scores, types, true, null, preparation, OtherFields.NONE);
    }

    private static List<String> words() {
        return List.of("the", "kingdom", "king", "of", "größe", "日本", "queen", "thinking", "a", "weaver", "loom");
    }
}
