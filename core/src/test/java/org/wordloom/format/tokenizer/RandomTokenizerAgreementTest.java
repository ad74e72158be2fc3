package org.wordloom.format.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;
import org.wordloom.base.WordloomException;
import org.wordloom.tokenizer.Encoding;
import org.wordloom.tokenizer.Tokenizer;
import org.wordloom.tokenizer.TokenizerEncoder;
import org.wordloom.tokenizer.bpe.BpeModel;
import org.wordloom.tokenizer.unigram.UnigramModel;

/** Tokenizers of any parts, put together at random, do to any text what HuggingFace's library does. */
class RandomTokenizerAgreementTest {
    private static final int TOKENIZERS = 150;
    private static final int TEXTS = 8;
    private static final String[] FRAGMENTS = {
        "a",
        "b",
        "ab",
        "e",
        "n",
        "t",
        "é",
        "e\u0301",
        "\u0301",
        "\u0307",
        "i",
        "I",
        "İ",
        "THE",
        "the",
        "x",
        "ﷺ",
        "\u1E9B\u0323",
        "\u0344",
        "한",
        "\u1112\u1161\u11AB",
        "👩\u200D👩\u200D👧",
        "😀",
        "中文",
        "中",
        "文",
        "1",
        "23",
        "½",
        ".",
        "...",
        "'s",
        "\uFEFF",
        "\u200B",
        "\u00AD",
        "\u0000",
        "\r\n",
        "<0x41>",
        "ß",
        "Σ",
        "ς",
        "ǅ",
        "\uD834\uDD5E",
        "\u2126",
        "\u212B",
        "\u0F71\u0F72\u0F80",
        "\u0CC6\u0CC2\u0CD5",
        " ",
        "  ",
        "\t",
        "\n",
        "\u3000"
    };

    private final TestRandom random = TestRandom.create();

    @Test
    void encodeAndDecodeAlike() throws IOException {
        RandomTokenizerJson files = new RandomTokenizerJson(random);
        for (int round = 0; round < TOKENIZERS; round++) {
            Map<String, String> parts = files.next();
            String json = RandomTokenizerJson.json(parts);
            Tokenizer tokenizer =
                    TokenizerJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "test");
            try (HuggingFace theirs = new HuggingFace(json)) {
                encodeAlike(tokenizer, theirs, parts);
                decodeAlike(tokenizer, theirs, parts);
            }
        }
    }

    private void encodeAlike(Tokenizer tokenizer, HuggingFace theirs, Map<String, String> parts) {
        TokenizerEncoder ours = tokenizer.newEncoder();
        boolean withOffsets = comparesOffsets(tokenizer, parts);
        for (int i = 0; i < TEXTS; i++) {
            String first = text();
            String second = text();
            // What cannot be truncated is an error here, and ends the process there.
            if (encoded(ours, first, second, true).isPresent()) {
                String place = "'" + first + "' and '" + second + "' by " + parts;
                assertSame(
                        tokenizer, ours.encode(first, second, true), theirs.encode(first, second, true), place, null);
            }
            for (boolean special : new boolean[] {true, false}) {
                if (encoded(ours, first, null, special).isPresent()) {
                    assertSame(
                            tokenizer,
                            ours.encode(first, special),
                            theirs.encode(first, special),
                            "'" + first + "' by " + parts,
                            withOffsets ? first : null);
                }
            }
        }
    }

    private static Optional<Encoding> encoded(TokenizerEncoder encoder, String first, String second, boolean special) {
        try {
            return Optional.of(
                    second == null ? encoder.encode(first, special) : encoder.encode(first, second, special));
        } catch (WordloomException e) {
            return Optional.empty();
        }
    }

    private void decodeAlike(Tokenizer tokenizer, HuggingFace theirs, Map<String, String> parts) {
        for (int i = 0; i < TEXTS; i++) {
            int[] ids = new int[1 + random.below(8)];
            Arrays.setAll(ids, at -> knownId(tokenizer));
            for (boolean skip : new boolean[] {true, false}) {
                assertThat(tokenizer.decode(ids, skip))
                        .as("%s by %s", Arrays.toString(ids), parts)
                        .isEqualTo(theirs.decode(ids, skip));
            }
        }
    }

    private int knownId(Tokenizer tokenizer) {
        int id = random.below(tokenizer.size());
        return tokenizer.piece(id) == null ? knownId(tokenizer) : id;
    }

    /**
     * Where characters are left out, or have several pieces, the library counts on as if they were not there; and it trims
     * white space off the text that was unknown to a unigram model.
     */
    private static boolean comparesOffsets(Tokenizer tokenizer, Map<String, String> parts) {
        if (tokenizer.model() instanceof BpeModel bpe) {
            return !bpe.options().unknownToken().isEmpty() && !bpe.options().byteFallback();
        }
        return !(tokenizer.model() instanceof UnigramModel)
                || !parts.getOrDefault("post_processor", "").contains("\"trim_offsets\":true");
    }

    /** @param text for offsets, or null to leave them out */
    private static void assertSame(
            Tokenizer tokenizer, Encoding ours, HuggingFace.Result theirs, String place, String text) {
        assertThat(tokens(tokenizer, ours, text)).as(place).isEqualTo(tokens(tokenizer, theirs, text != null));
        assertThat(ours.overflowing()).as("parts of %s", place).hasSameSizeAs(theirs.overflowing());
        for (int i = 0; i < theirs.overflowing().size(); i++) {
            assertThat(tokens(tokenizer, ours.overflowing().get(i), text))
                    .as("part %d of %s", i, place)
                    .isEqualTo(tokens(tokenizer, theirs.overflowing().get(i), text != null));
        }
    }

    private static List<String> tokens(Tokenizer tokenizer, Encoding ours, String text) {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            tokens.add(token(
                    tokenizer,
                    new HuggingFace.Token(
                            ours.id(i),
                            ours.piece(i),
                            codePoints(text, ours.start(i)),
                            codePoints(text, ours.end(i)),
                            ours.word(i),
                            ours.typeId(i),
                            ours.isSpecial(i),
                            ours.isAttended(i)),
                    text != null));
        }
        return tokens;
    }

    private static List<String> tokens(Tokenizer tokenizer, HuggingFace.Result theirs, boolean withOffsets) {
        return theirs.tokens().stream()
                .map(token -> token(tokenizer, token, withOffsets))
                .toList();
    }

    private static String token(Tokenizer tokenizer, HuggingFace.Token token, boolean withOffsets) {
        boolean unknown = tokenizer.model() instanceof UnigramModel unigram && token.id() == unigram.unknownId();
        return token.id() + (unknown ? "" : " '" + token.piece() + "'")
                + (withOffsets ? " " + token.start() + "-" + token.end() : "") + " of word " + token.word() + ", type "
                + token.typeId() + (token.special() ? ", special" : "") + (token.attended() ? "" : ", padding");
    }

    private static int codePoints(String text, int chars) {
        return text == null ? 0 : text.codePointCount(0, Math.min(chars, text.length()));
    }

    private String text() {
        if (random.below(3) == 0) {
            return SampleTexts.random(random, 1).get(0);
        }
        StringBuilder text = new StringBuilder();
        for (int i = random.below(14); i > 0; i--) {
            text.append(random.below(4) == 0 ? random.oneOf(RandomTokenizerJson.TOKENS) : random.oneOf(FRAGMENTS));
        }
        return text.toString();
    }
}
