package org.wordloom.format.tokenizer;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wordloom.tokenizer.Tokenizer;
import org.wordloom.tokenizer.TokenizerEncoder;

/** On English, German, Arabic, Chinese, Hindi, Thai, Japanese and tweets: HuggingFace's ids and offsets, every line. */
@Tag("data")
class RealTextAgreementTest {
    private static final int LINES_OF_A_LANGUAGE = 500;
    private static final String DATA = System.getenv("WORDLOOM_DATA");

    @Test
    void everyLineIsEncodedAlike() throws IOException {
        assumeThat(DATA).as("WORDLOOM_DATA").isNotNull();
        List<String> texts = texts();
        for (Map.Entry<String, Tokenizer> entry :
                TokenizerAgreementTest.tokenizers(texts, 6000).entrySet()) {
            Tokenizer tokenizer = entry.getValue();
            TokenizerEncoder ours = tokenizer.newEncoder();
            try (HuggingFace theirs = new HuggingFace(TokenizerAgreementTest.json(tokenizer))) {
                for (String text : texts) {
                    TokenizerAgreementTest.agree(tokenizer, ours, theirs, text);
                }
            }
        }
    }

    private static List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        for (String language : List.of("en", "de", "ar", "zh", "th", "hi")) {
            texts.addAll(xquad(Path.of(DATA, "lang", "xquad", "xquad." + language + ".json.gz")));
        }
        texts.addAll(lines(Path.of(DATA, "lang", "ja-wagahaiwa_nekodearu.txt.gz")));
        texts.addAll(lines(Path.of(DATA, "classify", "tweeteval-offensive", "train_text.txt.gz")));
        return texts;
    }

    private static List<String> xquad(Path file) throws IOException {
        List<String> texts = new ArrayList<>();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
                JsonParser parser = new JsonFactory().createParser(in)) {
            while (parser.nextToken() != null && texts.size() < LINES_OF_A_LANGUAGE) {
                boolean text = parser.currentToken() == JsonToken.VALUE_STRING
                        && List.of("context", "question").contains(parser.currentName());
                if (text) {
                    texts.add(parser.getText());
                }
            }
        }
        return texts;
    }

    private static List<String> lines(Path file) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines().limit(LINES_OF_A_LANGUAGE).toList();
        }
    }
}
