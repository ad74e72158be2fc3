package org.wordloom.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.wordloom.TestRandom;

/** Text that mixes everything that is hard: scripts, marks, blanks of all kinds, control characters, malformed UTF-8. */
final class RandomText {
    private static final String[] WELL_FORMED = {
        "a",
        "B",
        "z",
        "I",
        "word",
        "Hello",
        "7",
        "3.14",
        "don't",
        " ",
        " ",
        " ",
        "  ",
        "\t",
        "\r",
        "\u000b",
        ".",
        "-",
        "é",
        "É",
        "e\u0301",
        "\u0301",
        "Σ",
        "ΑΣ",
        "ß",
        "İ",
        "ﬁ",
        "Å",
        "가",
        "\u1100\u1161",
        "中",
        "国",
        "中国",
        "、",
        "ア",
        "ー",
        "ก",
        "ำ",
        "\u0085",
        "\u00a0",
        "\u2003",
        "\u2028",
        "\u202f",
        "\u205f",
        "\u3000",
        "\u1680",
        "\u200b",
        "\ufeff",
        "😀",
        "𝐀",
        "𠀀",
        "\ufffd",
        "①",
        "ⅷ",
        "Ⅷ",
        "\u0344",
        "\ud804\udd31\ud804\udd27"
    };

    private static final int[][] MALFORMED = {
        {0},
        {0x80},
        {0xBF},
        {0xC0, 0xAF},
        {0xC1, 0xBF},
        {0xC2},
        {0xE0, 0x80, 0x80},
        {0xE0, 0xA0},
        {0xE4, 0xB8},
        {0xED, 0xA0, 0x80},
        {0xED, 0xBF, 0xBF},
        {0xEF, 0xBF},
        {0xF0, 0x80, 0x80, 0x80},
        {0xF0, 0x9F},
        {0xF0, 0x9F, 0x98},
        {0xF4, 0x90, 0x80, 0x80},
        {0xF5},
        {0xFE},
        {0xFF}
    };

    private RandomText() {}

    static byte[] wellFormed(TestRandom random, int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            text.append(random.oneOf(WELL_FORMED));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** One piece in eight is malformed or NUL. */
    static byte[] hostile(TestRandom random, int pieces) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int i = 0; i < pieces; i++) {
            if (random.below(8) == 0) {
                for (int b : random.oneOf(MALFORMED)) {
                    text.write(b);
                }
            } else {
                text.writeBytes(random.oneOf(WELL_FORMED).getBytes(StandardCharsets.UTF_8));
            }
        }
        return text.toByteArray();
    }
}
