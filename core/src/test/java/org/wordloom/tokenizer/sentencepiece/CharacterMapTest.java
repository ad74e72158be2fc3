package org.wordloom.tokenizer.sentencepiece;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.Normalizer2;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.tokenizer.Segmenter;
import org.wordloom.tokenizer.Tokenizer;
import org.wordloom.tokenizer.WordCounter;
import org.wordloom.tokenizer.normalizer.CharacterMap;
import org.wordloom.tokenizer.normalizer.PrecompiledNormalizer;

class CharacterMapTest {
    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
    private static final Normalizer2 NFKD = Normalizer2.getNFKDInstance();
    private static final NormalizerOptions PLAIN = new NormalizerOptions(false, false, false, false);

    @Test
    void doesToEachCharacterAndItsDecompositionWhatNfkcDoes() {
        Utf8Normalizer normalizer = new Utf8Normalizer(NamedCharacterMap.NFKC.build(), PLAIN, List.of());
        for (int c = 1; c < Character.MAX_CODE_POINT; c++) {
            if (Character.isDefined(c) && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)) {
                String character = Character.toString(c);
                assertThat(normalize(normalizer, character)).isEqualTo(NFKC.normalize(character));
                String decomposed = NFKD.normalize(character);
                assertThat(normalize(normalizer, decomposed)).as("%x", c).isEqualTo(NFKC.normalize(decomposed));
            }
        }
    }

    @Test
    void makesSpacesAlikeAndControlsVanish() {
        Utf8Normalizer normalizer =
                new Utf8Normalizer(NamedCharacterMap.NMT_NFKC.build(), NormalizerOptions.defaults(), List.of("<A  B>"));
        assertThat(normalize(normalizer, " \u3000ａ\u200Bb\u0007c\u00A0\t ﬁ～ ")).isEqualTo("▁a▁bc▁fi～");
        assertThat(normalize(normalizer, "x<A  B>  y")).isEqualTo("▁x<A▁▁B>▁y");
        assertThat(normalize(normalizer, " \u3000 ")).isEmpty();
        assertThat(normalize(normalizer, "")).isEmpty();
    }

    @Test
    void foldsCase() {
        Utf8Normalizer folding = new Utf8Normalizer(NamedCharacterMap.NFKC_CF.build(), PLAIN, List.of());
        assertThat(normalize(folding, "ÀÉ Ａb Σ")).isEqualTo("àé ab σ");
    }

    @Test
    void saysWhereEachByteComesFrom() {
        Utf8Normalizer normalizer =
                new Utf8Normalizer(NamedCharacterMap.NMT_NFKC.build(), NormalizerOptions.defaults(), List.of());
        byte[] utf8 = "  ﬁ  x ".getBytes(StandardCharsets.UTF_8);
        NormalizedUtf8 text = new NormalizedUtf8();
        normalizer.normalize(utf8, 0, utf8.length, text);
        assertThat(text(text)).isEqualTo("▁fi▁x");
        int[] origins = new int[text.length() + 1];
        for (int i = 0; i < origins.length; i++) {
            origins[i] = text.origin(i);
        }
        assertThat(origins).containsExactly(2, 2, 2, 2, 2, 5, 5, 5, 7, 8);
    }

    @Test
    void replacesMalformedBytesOneByOne() {
        Utf8Normalizer normalizer = new Utf8Normalizer(null, PLAIN, List.of());
        byte[] utf8 = {'a', (byte) 0xED, (byte) 0xA0, (byte) 0x80, 0, (byte) 0xE3, (byte) 0x81};
        NormalizedUtf8 text = new NormalizedUtf8();
        normalizer.normalize(utf8, 0, utf8.length, text);
        assertThat(text(text)).isEqualTo("a\uFFFD\uFFFD\uFFFD\0\uFFFD\uFFFD");
    }

    @Test
    void givesTheSameTextInOnePartOrMany() {
        TestRandom random = TestRandom.create();
        Utf8Normalizer normalizer = new Utf8Normalizer(NamedCharacterMap.NMT_NFKC.build(), PLAIN, List.of());
        for (int round = 0; round < 200; round++) {
            StringBuilder parts = new StringBuilder();
            StringBuilder whole = new StringBuilder();
            for (int i = 0; i < 20; i++) {
                String part = random.oneOf("a", "é", "日本", "ｶﾞ", "Å", "한", "1", "½", "\uD83D\uDE00", ".", " ") + "x";
                whole.append(part);
                parts.append(normalize(normalizer, part));
            }
            assertThat(normalize(normalizer, whole.toString())).isEqualTo(parts.toString());
        }
    }

    @Test
    void readsWhatItWrites() {
        DoubleArrayCharacterMap map = NamedCharacterMap.compile(Map.of("a", "xy", "ab", "", "日", "day"));
        DoubleArrayCharacterMap again = DoubleArrayCharacterMap.of(map.toBytes(), "map");
        byte[] text = "ab日".getBytes(StandardCharsets.UTF_8);
        assertThat(CharacterMap.keyLength(again.shortest(text, 0, 5))).isEqualTo(1);
        long longest = again.longest(text, 0, 5);
        assertThat(CharacterMap.keyLength(longest)).isEqualTo(2);
        assertThat(again.replacement(CharacterMap.replacementNumber(longest))).isEmpty();
        assertThat(again.replacement(CharacterMap.replacementNumber(again.longest(text, 2, 5))))
                .isEqualTo("day");
        assertThat(again.longest(text, 1, 5)).isEqualTo(CharacterMap.NONE);
        assertThat(again.toBytes()).isEqualTo(map.toBytes());
    }

    @Test
    void refusesHostileMaps() {
        byte[] good = NamedCharacterMap.compile(Map.of("a", "b")).toBytes();
        refuses(new byte[3], "4 bytes");
        refuses(patched(good, 0, -1), "multiple of 4");
        refuses(patched(good, 0, 1 << 30), "multiple of 4");
        refuses(patched(good, 0, 0), "256");
        refuses(patched(good, 4, 0x7FFFFFFF & ~0x1FF), "leads to unit");
        byte[] noEnd = good.clone();
        noEnd[noEnd.length - 1] = 'x';
        refuses(noEnd, "NUL");
    }

    /** A megabyte for each letter of a text is no normalisation. */
    @Test
    void refusesToMultiplyText() {
        DoubleArrayCharacterMap map = NamedCharacterMap.compile(Map.of("a", "x".repeat(1 << 20)));
        String text = "a".repeat(1 << 16);
        Utf8Normalizer normalizer = new Utf8Normalizer(map, PLAIN, List.of());
        assertThatThrownBy(() -> normalize(normalizer, text))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.FORMAT))
                .hasMessageContaining("step in the character map makes more than 2162688 characters");
        Segmenter segmenter = Tokenizer.segmenter(new PrecompiledNormalizer(map), null);
        assertThatThrownBy(() -> new WordCounter(segmenter).add(text))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining("step PrecompiledNormalizer makes more than 2162688 characters");
    }

    private static void refuses(byte[] bytes, String because) {
        assertThatThrownBy(() -> DoubleArrayCharacterMap.of(bytes, "the map"))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining("the map is damaged")
                .hasMessageContaining(because);
    }

    private static byte[] patched(byte[] bytes, int at, int value) {
        byte[] copy = bytes.clone();
        ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
        return copy;
    }

    private static String normalize(Utf8Normalizer normalizer, String input) {
        byte[] utf8 = input.getBytes(StandardCharsets.UTF_8);
        NormalizedUtf8 text = new NormalizedUtf8();
        normalizer.normalize(utf8, 0, utf8.length, text);
        return text(text);
    }

    private static String text(NormalizedUtf8 text) {
        return new String(text.bytes(), 0, text.length(), StandardCharsets.UTF_8);
    }
}
