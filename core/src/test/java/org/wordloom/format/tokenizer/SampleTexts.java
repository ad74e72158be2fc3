package org.wordloom.format.tokenizer;

import java.util.ArrayList;
import java.util.List;
import org.wordloom.TestRandom;

/** Texts in many scripts, and texts that are hard on a tokenizer. */
final class SampleTexts {
    private static final String[] FRAGMENTS = {
        " ",
        " ",
        " ",
        "  ",
        "\n",
        "\r\n",
        "\t",
        "\u00A0",
        "\u3000",
        "\u200B",
        "\u200D",
        "\uFEFF",
        "\u0000",
        "\u0007",
        "\uFFFD",
        "\u2028",
        "\u0085",
        "a",
        "B",
        "ab",
        "don't",
        "I'LL",
        "we've",
        "x's",
        "'",
        "''",
        "\"",
        ".",
        ",",
        "...",
        "-",
        "--",
        "_",
        "$",
        "€",
        "1",
        "23",
        "4567",
        "½",
        "²",
        "Ⅷ",
        "٣",
        "é",
        "e\u0301",
        "Å",
        "A\u030A",
        "ß",
        "ẞ",
        "İ",
        "ı",
        "ſ",
        "ﬁ",
        "Ǆ",
        "σς",
        "ΑΣ",
        "naïve",
        "Größe",
        "über",
        "中",
        "文字",
        "漢",
        "ひら",
        "カタ",
        "ｶﾞ",
        "が",
        "か\u3099",
        "ー",
        "한",
        "\u1112\u1161\u11AB",
        "글",
        "अ",
        "क्ष",
        "हि",
        "न्दी",
        "ไทย",
        "ที่",
        "ก็",
        "ע",
        "שָׁלוֹם",
        "ال",
        "لا",
        "ﷺ",
        "кот",
        "Й",
        "И\u0306",
        "😀",
        "👍🏽",
        "👩\u200D👩\u200D👧",
        "🇩🇪",
        "🏴",
        "❤\uFE0F",
        "𝒜",
        "𝟘",
        "𐐀",
        "\uD87E\uDC04",
        "\uD840\uDC00",
        "①",
        "㍿",
        "㌀",
        "™",
        "ﾟ",
        "\u0344",
        "\u0958",
        "\u2126",
        "q\u0323\u0307",
        "q\u0307\u0323",
        "▁",
        "▁a",
        "Ġ",
        "Ċ",
        "<s>",
        "</s>",
        "[MASK]",
        "[SEP]",
        "<0x41>",
        "##ing",
        "ing",
        "the",
        "The",
        "hello",
        "Hello",
        "world"
    };

    private SampleTexts() {}

    /** Sentences and oddities. */
    static List<String> fixed() {
        return List.of(
                "",
                " ",
                "   ",
                "a",
                " a ",
                "\n\n",
                "Hello, world! Don't you think it's fine?  They'll see 3 cats, 45 dogs and 6789 birds.",
                "Tokenizers shouldn't lose\ttabs,\r\nline ends\n\n  or   runs of spaces.   ",
                "Die größten Überraschungen kommen früh: Straßenbahnen, Äpfel & Öl für 3,50 €.",
                "今天天气很好，我们去公园散步吧。价格是１２８元！",
                "昨日は雨が降っていたので、家でコーヒーを飲みながら本を読みました。ｶﾀｶﾅも。",
                "ذهبت إلى السوق صباحًا واشتريت خمسة كتبٍ جديدة بـ٢٥ ريالًا.",
                "मैं कल सुबह नदी के किनारे टहलने गया था, और १२ पक्षी देखे।",
                "วันนี้อากาศดีมาก เราไปเดินเล่นที่สวนสาธารณะกันเถอะ ๑๒๓",
                "Сегодня мы читали длинную книгу о йогурте и ёжиках.",
                "안녕하세요, 오늘은 날씨가 맑고 바람이 붑니다.",
                "Emoji 😀👍🏽 families 👩\u200D👩\u200D👧\u200D👦 flags 🇩🇪🇯🇵 hearts ❤\uFE0F and 𝒜𝒷𝒸 too",
                "snake_case camelCase HTTPServer2 x=y+1; foo(bar[0], \"baz\") != 'qux' // comment",
                "https://example.org/a?b=c&d=%20#e user@example.com 12:30:45 2024-01-31 -1.5e-10",
                "<s>special</s> [MASK] tokens<s> in  [MASK]  text and ##pieces <0xE2><0x96><0x81>",
                "\u0000nul\u0007bell\uFFFDreplacement\uFEFFbom\u00ADsoft\u200Bzero\u2060",
                "e\u0301\u0323 q\u0307\u0323 \u0344 ﬁ Ⅷ ㍿ ２ ½ ﷺ Ω \u212B ǰ \u01C5 İstanbul ΑΣΣ");
    }

    /** Enough text to learn a few pieces from: the sentences, and fixed random joins. */
    static List<String> training() {
        List<String> texts = new ArrayList<>(fixed());
        texts.addAll(random(TestRandom.fixed(5), 2000));
        return texts;
    }

    /** Random joins of fragments, the same for the same numbers. */
    static List<String> random(TestRandom random, int count) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder();
            int fragments = 1 + random.below(30);
            for (int j = 0; j < fragments; j++) {
                text.append(random.oneOf(FRAGMENTS));
            }
            texts.add(text.toString());
        }
        return texts;
    }
}
