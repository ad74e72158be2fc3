package org.wordloom.cluster.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTextSinkTest {
    private final RecordedRanges ranges = new RecordedRanges();

    @Test
    void handsOnTheLinesOfTheField() {
        send(
                "{\"id\":1,\"text\":\"a b\\nc\",\"more\":{\"text\":\"x\"}}",
                " {\"text\":\"\\u00e4\"}",
                "",
                "{\"text\":null}",
                "{\"other\":[1,2]}");
        assertThat(ranges.lines).containsExactly(List.of("a b", "c", "\u00c3\u00a4"));
        assertThat(ranges.malformedBytes).isZero();
    }

    @Test
    void whatIsNoObjectWithTextIsMalformed() {
        String[] records = {
            "{\"text\":1}",
            "[\"text\"]",
            "{\"text\":\"a",
            "plain words",
            "{\"text\":[\"a\"]}",
            "{\"text\":\"a\"}{\"text\":\"b\"}",
            "{\"text\":\"a \\ud83d b\"}",
            "\0\0\0{\"text\":\"no UTF-32\"}",
            "\0\0{\0no such order of bytes"
        };
        send(records);
        assertThat(ranges.lines.get(0)).isEmpty();
        assertThat(ranges.malformedBytes).isEqualTo(String.join("", records).length());
    }

    @Test
    void longDocumentsAreNotMalformed() {
        send("{\"text\":\"" + "word \\ud83d\\ude00 ".repeat(2_000_000) + "\"}");
        assertThat(ranges.malformedBytes).isZero();
    }

    private void send(String... records) {
        JsonTextSink sink = new JsonTextSink("text", ranges);
        sink.beginRange(0);
        for (String record : records) {
            byte[] utf8 = record.getBytes(StandardCharsets.UTF_8);
            sink.text(utf8, 0, utf8.length, true);
        }
        sink.endRange(1);
    }
}
