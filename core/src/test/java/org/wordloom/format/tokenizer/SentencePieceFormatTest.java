package org.wordloom.format.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;
import org.wordloom.base.ExitCode;
import org.wordloom.base.Progress;
import org.wordloom.base.WordloomException;
import org.wordloom.tokenizer.sentencepiece.ModelKind;
import org.wordloom.tokenizer.sentencepiece.NamedCharacterMap;
import org.wordloom.tokenizer.sentencepiece.NormalizerOptions;
import org.wordloom.tokenizer.sentencepiece.SentencePieceModel;
import org.wordloom.tokenizer.sentencepiece.TextPreparation;
import org.wordloom.tokenizer.unigram.UnigramOptions;
import org.wordloom.tokenizer.unigram.UnigramTrainer;
import org.wordloom.vocab.Vocabulary;

class SentencePieceFormatTest {
    @Test
    void readsWhatItWrites() throws IOException {
        for (boolean bytes : new boolean[] {false, true}) {
            SentencePieceModel model = model(bytes);
            byte[] written = write(model);
            SentencePieceModel again = read(written);
            assertThat(write(again)).isEqualTo(written);
            String text = "the cat sat on ☃ the mat\t日本 ﬁ";
            assertThat(pieces(again, text)).isEqualTo(pieces(model, text));
        }
    }

    @Test
    void encodesWithOffsetsAndDecodes() throws IOException {
        SentencePieceModel model = model(true);
        String text = "the cat ☃ sat";
        List<int[]> spans = new ArrayList<>();
        List<Integer> ids = new ArrayList<>();
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        model.newEncoder().encode(utf8, 0, utf8.length, (id, from, to, start, end) -> {
            ids.add(id);
            spans.add(new int[] {start, end});
        });
        assertThat(model.decode(ids.stream().mapToInt(i -> i).toArray())).isEqualTo(text);
        assertThat(spans.get(0)[0]).isZero();
        assertThat(spans.get(spans.size() - 1)[1]).isEqualTo(utf8.length);
        assertThatThrownBy(() -> model.decode(new int[] {1, 99999}))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining("id 99999, number 2 of 2");
    }

    @Test
    void keepsFieldsThatItDoesNotKnow() throws IOException {
        byte[] unknown = new WireWriter().string(250, "ours").toBytes();
        WireWriter trainer = new WireWriter().integer(4, 8000).number(10, 0.99f).string(201, "x");
        byte[] file = new WireWriter()
                .message(1, new WireWriter().string(1, "<unk>").integer(3, 2))
                .message(1, new WireWriter().string(1, "a").number(2, -1.5f))
                .message(2, trainer)
                .message(3, new WireWriter().string(1, "identity").string(6, "rules.tsv"))
                .message(
                        4,
                        new WireWriter()
                                .message(1, new WireWriter().string(1, "a").string(2, "▁ a")))
                .message(5, new WireWriter().string(1, "back"))
                .raw(unknown)
                .toBytes();
        SentencePieceModel model = read(file);
        assertThat(model.kind()).isEqualTo(ModelKind.UNIGRAM);
        assertThat(model.otherFields().samples()).hasSize(1);
        String written = new String(write(model), StandardCharsets.ISO_8859_1);
        assertThat(written).contains("ours", "rules.tsv", "back", "\u00CA\u000C\u0001x");
        assertThat(write(read(write(model)))).isEqualTo(write(model));
    }

    @Test
    void namesWhatIsWrong() {
        WireWriter unknown =
                new WireWriter().message(1, new WireWriter().string(1, "<unk>").integer(3, 2));
        refuses(new byte[0], "is empty");
        refuses(new WireWriter().integer(4, 1).toBytes(), "of type 2");
        refuses(new byte[] {(byte) 0x80}, "end of the message");
        refuses(new byte[] {0x0A, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x07}, "within 0 bytes");
        byte[] endless = new byte[12];
        Arrays.fill(endless, (byte) 0x80);
        refuses(endless, "more than ten bytes");
        refuses("hello, this is text".getBytes(StandardCharsets.UTF_8), "type 4 of field 13");
        refuses(
                unknown.message(1, new WireWriter().string(1, "a").integer(3, 9))
                        .toBytes(),
                "type, 1 to 6");
        refuses(
                unknown()
                        .message(1, new WireWriter().string(1, "a").string(200, "b"))
                        .toBytes(),
                "field 200");
        refuses(
                unknown()
                        .message(1, new WireWriter().array(1, new byte[] {(byte) 0xFF}))
                        .toBytes(),
                "UTF-8");
        refuses(unknown().message(1, new WireWriter().string(1, "<unk>")).toBytes(), "twice");
        refuses(unknown().message(1, new WireWriter().string(1, "")).toBytes(), "empty");
        for (int kind = 1; kind <= 4; kind++) {
            for (int type : new int[] {1, 3, 4, 5}) {
                for (String piece : List.of("", "a\0")) {
                    refuses(ofKind(kind, new WireWriter().string(1, piece).integer(3, type)), "empty or holds NUL");
                }
            }
        }
        refuses(unknown().message(2, new WireWriter().integer(3, 7)).toBytes(), "model_type");
        refuses(unknown().message(2, new WireWriter().flag(35, true)).toBytes(), "byte_fallback is true");
        refuses(
                unknown()
                        .message(3, new WireWriter().array(2, new byte[] {1, 2}))
                        .toBytes(),
                "precompiled_charsmap");
        refuses(new WireWriter().message(1, new WireWriter().string(1, "a")).toBytes(), "UNKNOWN");
        refuses(new WireWriter().message(2, new WireWriter()).toBytes(), "no pieces");
    }

    /** Of every kind of model and type of piece. */
    @Test
    void scoresMustBeFinite() {
        for (float score : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            for (int kind = 1; kind <= 4; kind++) {
                for (int type : new int[] {1, 3, 4, 5}) {
                    WireWriter piece = new WireWriter().string(1, "a").number(2, score);
                    refuses(ofKind(kind, piece.integer(3, type)), "piece 1, 'a', has the score " + score);
                }
            }
        }
    }

    /** Finite as a double only; whole numbers make it BPE, others unigram. */
    @Test
    void scoresOfVocabulariesMustBeFloats() {
        for (String score : List.of("1e300", "-1e300", "1e39", "3.5e38")) {
            for (String other : List.of("-1", "-1.5")) {
                byte[] file = ("<unk>\t0\nb\t" + other + "\na\t" + score + "\n").getBytes(StandardCharsets.UTF_8);
                assertThatThrownBy(() -> SentencePieceVocabularyFormat.readModel(new ByteArrayInputStream(file), "v"))
                        .isInstanceOfSatisfying(WordloomException.class, e -> assertThat(e.exitCode())
                                .isEqualTo(ExitCode.FORMAT))
                        .hasMessageMatching(
                                "v is damaged: piece 2, 'a', has the score -?Infinity, which is not finite");
            }
        }
    }

    /** Lengths and keys that are other ones as ints; places within a message are those of the file. */
    @Test
    void namesNumbersThatAreTooLargeAndPlacesWithinMessages() {
        refuses(
                bytes(0x0A, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01),
                "at byte 0: expected field 1 within 0 bytes, found 18446744073709551615 bytes");
        WireWriter largeType = new WireWriter().string(1, "a").raw(bytes(3 << 3, 0x81, 0x80, 0x80, 0x80, 0x10));
        refuses(unknown().message(1, largeType).toBytes(), "of 32 bits, found 4294967297");
        WireWriter largeKey = unknown().raw(bytes(0x8A, 0x80, 0x80, 0x80, 0x80, 0x01, 3, 0x0A, 1, 'a'));
        refuses(largeKey.toBytes(), "at byte 11: expected a field's number, found 4294967297");
        WireWriter malformed = new WireWriter().number(2, 1).array(1, bytes(0xFF));
        // The first piece takes 11 bytes, the second one's frame 2, its score 5.
        refuses(unknown().message(1, malformed).toBytes(), "at byte 18: expected");
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    @Test
    void survivesAnyDamage() throws IOException {
        TestRandom random = TestRandom.create();
        byte[] good = write(model(true));
        for (int round = 0; round < 400; round++) {
            byte[] bad = Arrays.copyOf(good, random.below(3) == 0 ? random.below(good.length) : good.length);
            for (int i = 1 + random.below(4); i > 0 && bad.length > 0; i--) {
                bad[random.below(Math.min(bad.length, round % 2 == 0 ? 8000 : bad.length))] = (byte) random.bits();
            }
            try {
                pieces(read(bad), "the cat");
            } catch (WordloomException e) {
                assertThat(e.exitCode()).isEqualTo(ExitCode.FORMAT);
            }
        }
    }

    @Test
    void writesAndReadsVocabularies() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SentencePieceModel model = model(false);
        SentencePieceVocabularyFormat.write(model, out);
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text).startsWith("<unk>\t0\n<s>\t0\n</s>\t0\n");
        var pieces = SentencePieceVocabularyFormat.read(new ByteArrayInputStream(out.toByteArray()), "v");
        assertThat(pieces).hasSize(model.size());
        for (int id = 0; id < model.size(); id++) {
            assertThat(pieces.get(id).piece()).isEqualTo(model.piece(id));
            assertThat((float) pieces.get(id).score()).isCloseTo(model.score(id), within(1e-4f));
        }
        assertThatThrownBy(() -> SentencePieceVocabularyFormat.read(
                        new ByteArrayInputStream("a\t1\nb\tx\n".getBytes(StandardCharsets.UTF_8)), "v"))
                .hasMessageContaining("line 2");
    }

    private static WireWriter unknown() {
        return new WireWriter().message(1, new WireWriter().string(1, "<unk>").integer(3, 2));
    }

    private static byte[] ofKind(int kind, WireWriter piece) {
        return unknown()
                .message(1, piece)
                .message(2, new WireWriter().integer(3, kind))
                .toBytes();
    }

    private static void refuses(byte[] file, String because) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.FORMAT))
                .hasMessageContaining("file.model")
                .hasMessageContaining(because);
    }

    static List<String> pieces(SentencePieceModel model, String text) {
        List<String> pieces = new ArrayList<>();
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        model.newEncoder().encode(utf8, 0, utf8.length, (id, from, to, start, end) -> pieces.add(model.piece(id)));
        return pieces;
    }

    private static SentencePieceModel model(boolean bytes) {
        Vocabulary words = Vocabulary.of(
                new String[] {"▁the", "▁cat", "▁sat", "▁on", "▁mat", "▁that", "▁hat", "▁ten"},
                new long[] {90, 30, 20, 40, 10, 30, 10, 5});
        int special = bytes ? 259 : 3;
        UnigramOptions options =
                UnigramOptions.defaults().withVocabularySize(special + 17).withSpecialPieces(special);
        return SentencePieceModel.of(
                new UnigramTrainer(options, 1, Progress.Listener.none()).train(words),
                bytes,
                TextPreparation.of(
                        bytes ? NamedCharacterMap.IDENTITY : NamedCharacterMap.NMT_NFKC, NormalizerOptions.defaults()));
    }

    private static byte[] write(SentencePieceModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SentencePieceModelFormat.write(model, out);
        return out.toByteArray();
    }

    private static SentencePieceModel read(byte[] file) throws IOException {
        return SentencePieceModelFormat.read(new ByteArrayInputStream(file), "file.model");
    }
}
