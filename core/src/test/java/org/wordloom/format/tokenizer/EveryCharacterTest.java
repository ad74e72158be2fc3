package org.wordloom.format.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.UnicodeSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wordloom.tokenizer.Segmenter;

/**
 * Every code point through every normaliser and pre-tokeniser, here and in HuggingFace's library: the words' texts and
 * offsets are the same.
 */
class EveryCharacterTest {
    /** Blocks in which Unicode 17 has letters with case or digits. */
    private static final UnicodeSet NEW_IN_UNICODE_17 =
            new UnicodeSet("[\\uA7CE-\\uA7D4\\U00011DE0-\\U00011DE9\\U00016EA0-\\U00016EB8\\U00016FF4-\\U00016FF6]");

    private static final int LINE = 512;

    static Stream<String> components() {
        return Stream.of(
                normalizer("{\"type\":\"NFC\"}"),
                normalizer("{\"type\":\"NFD\"}"),
                normalizer("{\"type\":\"NFKC\"}"),
                normalizer("{\"type\":\"NFKD\"}"),
                normalizer("{\"type\":\"Lowercase\"}"),
                normalizer("{\"type\":\"StripAccents\"}"),
                normalizer("{\"type\":\"Nmt\"}"),
                normalizer("{\"type\":\"ByteLevel\"}"),
                normalizer("{\"type\":\"BertNormalizer\",\"clean_text\":true,\"handle_chinese_chars\":false,"
                        + "\"strip_accents\":false,\"lowercase\":false}"),
                normalizer("{\"type\":\"BertNormalizer\",\"clean_text\":false,\"handle_chinese_chars\":true,"
                        + "\"strip_accents\":true,\"lowercase\":true}"),
                normalizer("{\"type\":\"Replace\",\"pattern\":{\"Regex\":\"\\\\w\"},\"content\":\"w\"}"),
                normalizer("{\"type\":\"Replace\",\"pattern\":{\"Regex\":\"\\\\s\"},\"content\":\"s\"}"),
                normalizer("{\"type\":\"Replace\",\"pattern\":{\"Regex\":\"\\\\p{L}|\\\\p{N}\"},\"content\":\"x\"}"),
                preTokenizer("{\"type\":\"Whitespace\"}"),
                preTokenizer("{\"type\":\"WhitespaceSplit\"}"),
                preTokenizer("{\"type\":\"Punctuation\",\"behavior\":\"Isolated\"}"),
                preTokenizer("{\"type\":\"Digits\",\"individual_digits\":true}"),
                preTokenizer("{\"type\":\"BertPreTokenizer\"}"),
                preTokenizer("{\"type\":\"UnicodeScripts\"}"),
                preTokenizer("{\"type\":\"ByteLevel\",\"add_prefix_space\":true,\"trim_offsets\":true,"
                        + "\"use_regex\":true}"),
                preTokenizer("{\"type\":\"Metaspace\",\"replacement\":\"▁\",\"prepend_scheme\":\"always\","
                        + "\"split\":true}"));
    }

    @ParameterizedTest
    @MethodSource("components")
    void isTreatedAlike(String component) throws IOException {
        String json = SegmentedText.json(component);
        Segmenter ours = SegmentedText.segmenter(json);
        List<String> differences = new ArrayList<>();
        try (HuggingFace theirs = new HuggingFace(json)) {
            for (int start = 0; start <= Character.MAX_CODE_POINT; start += LINE) {
                String text = line(start);
                if (!SegmentedText.of(ours, text).equals(SegmentedText.of(theirs, text))) {
                    find(start, ours, theirs, differences);
                }
            }
        }
        assertThat(differences)
                .as("code points treated differently by " + component)
                .isEmpty();
    }

    private static void find(int start, Segmenter ours, HuggingFace theirs, List<String> differences) {
        for (int c = start; c < start + LINE; c++) {
            if (isCharacter(c)) {
                String text = "a" + Character.toString(c) + "b";
                SegmentedText mine = SegmentedText.of(ours, text);
                SegmentedText real = SegmentedText.of(theirs, text);
                if (differences.size() > 500) {
                    return;
                }
                if (!mine.equals(real)) {
                    differences.add(String.format(Locale.ROOT, "U+%04X %s, not %s", c, mine, real));
                }
            }
        }
        if (differences.isEmpty()) {
            differences.add(String.format(Locale.ROOT, "in a line from U+%04X, but not alone", start));
        }
    }

    /** Code points one after another, each followed by a letter, since many join with their neighbours. */
    private static String line(int start) {
        StringBuilder line = new StringBuilder();
        for (int c = start; c < start + LINE; c++) {
            if (isCharacter(c)) {
                line.appendCodePoint(c).append('a');
            }
        }
        return line.toString();
    }

    /** ICU's Unicode is older than Rust's by a version, and regular expressions are Java's: newer ones are left out. */
    private static boolean isCharacter(int c) {
        return (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                && (UCharacter.isDefined(c) ? Character.isDefined(c) : c % 16 == 0 && !NEW_IN_UNICODE_17.contains(c));
    }

    private static String normalizer(String normalizer) {
        return "\"normalizer\":" + normalizer;
    }

    private static String preTokenizer(String preTokenizer) {
        return "\"pre_tokenizer\":" + preTokenizer;
    }
}
