package org.wordloom.format.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;
import org.wordloom.tokenizer.Tokenizer;
import org.wordloom.tokenizer.TokenizerEncoder;

class EncodingStreamTest {
    private static final Map<String, Tokenizer> TOKENIZERS =
            TokenizerAgreementTest.tokenizers(SampleTexts.training(), 700);

    @Test
    void aStreamedLineIsTheWholeLine() {
        List<String> texts = new ArrayList<>(SampleTexts.fixed());
        texts.addAll(SampleTexts.random(TestRandom.create(), 300));
        texts.add("a word and <s>[MASK] x\n".repeat(5000));
        int streamed = 0;
        for (Tokenizer tokenizer : TOKENIZERS.values()) {
            TokenizerEncoder encoder = tokenizer.newEncoder();
            for (EncodingColumn column : EncodingColumn.values()) {
                EncodingLine line = new EncodingLine(List.of(column));
                if (EncodingStream.canWrite(tokenizer, line, false)) {
                    streamed++;
                    EncodingStream stream = EncodingStream.of(tokenizer, line);
                    for (String text : texts) {
                        StringBuilder found = new StringBuilder();
                        stream.write(text, found::append);
                        assertThat(found).hasToString(line.of(encoder.encode(text, false)));
                    }
                }
            }
        }
        assertThat(streamed).isGreaterThanOrEqualTo(2 * TOKENIZERS.size());
    }

    @Test
    void whatNeedsAWholeEncodingIsNotStreamed() {
        Tokenizer gpt2 = TOKENIZERS.get("gpt2");
        EncodingLine ids = new EncodingLine(List.of(EncodingColumn.IDS));
        EncodingLine offsets = new EncodingLine(List.of(EncodingColumn.OFFSETS));
        EncodingLine all = new EncodingLine(List.of(EncodingColumn.values()));
        assertThat(EncodingStream.canWrite(gpt2, ids, false)).isTrue();
        assertThat(EncodingStream.canWrite(gpt2, ids, true)).isFalse();
        assertThat(EncodingStream.canWrite(gpt2, offsets, false)).isFalse();
        assertThat(EncodingStream.canWrite(gpt2, all, false)).isFalse();
    }
}
