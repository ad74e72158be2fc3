package org.wordloom.format.tokenizer;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Lines of many languages, with lines that are hard to take apart. */
final class LanguageTexts {
    static final String ODDITIES = """
            a line  with   spaces\tand a tab\u3000and more\s\s
            ﬁne ½ Ａｂ ｶﾞｷﾞ 한글 한글 e\u0301\u0323 q\u0307\u0323 ～ ℌ

            \u0007control\u200Bzero\u200Dwidth\uFEFF \uFFFD \u2581▁x
            👩‍👩‍👧 🇩🇪 😀😀 𝔘𝔫𝔦 \uD83E\uDD70 unknown ⅷ ∰ ༺༻ ꧁꧂
            <unk> <s> </s> <0x41> [SEP] 12,345.67 1999年3月
            aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
            """;

    private LanguageTexts() {}

    /** English, German, Chinese, Japanese, Arabic, Hindi, Thai, emoji. */
    static Path all(Path folder) throws IOException {
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

    /** Every seventh line from one of the first seven: enough to train on, in seconds. */
    static Path sample(Path text, int first, Path folder) throws IOException {
        List<String> lines = Files.readAllLines(text);
        StringBuilder sample = new StringBuilder();
        for (int i = first; i < lines.size(); i += 7) {
            sample.append(lines.get(i)).append('\n');
        }
        return Files.writeString(folder.resolve("sample-" + first), sample);
    }

    private static String unpacked(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
