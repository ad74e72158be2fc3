package org.wordloom.format.tokenizer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.wordloom.tokenizer.AddedToken;
import org.wordloom.tokenizer.AlignedText;
import org.wordloom.tokenizer.PreTokenizedText;
import org.wordloom.tokenizer.Segmenter;

/** Words with their text and offsets in code points, as a normaliser and a pre-tokeniser give them. */
record SegmentedText(List<String> words) {
    /** Takes no word apart and keeps its text: the unknown token of a unigram model has the text that it stands for. */
    private static final String MODEL =
            "{\"type\":\"Unigram\",\"unk_id\":0,\"vocab\":[[\"<unk>\",0.0]],\"byte_fallback\":false}";

    /** A tokenizer with {@code components}, given as fields. */
    static String json(String components) {
        return "{" + components + ",\"model\":" + MODEL + "}";
    }

    static Segmenter segmenter(String json) throws IOException {
        return TokenizerJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "test")
                .newSegmenter();
    }

    static SegmentedText of(HuggingFace theirs, String text) {
        List<String> words = new ArrayList<>();
        for (HuggingFace.Token token : theirs.encode(text, false).tokens()) {
            words.add(token.piece() + " " + token.start() + "-" + token.end());
        }
        return new SegmentedText(words);
    }

    static SegmentedText of(Segmenter ours, String text) {
        List<String> words = new ArrayList<>();
        ours.segment(text, new Segmenter.Sink() {
            @Override
            public void words(PreTokenizedText split) {
                AlignedText aligned = split.text();
                for (int i = 0; i < split.size(); i++) {
                    String word = aligned.toString().substring(split.from(i), split.to(i));
                    int start = aligned.originalStart(split.from(i));
                    int end = aligned.originalEnd(split.to(i) - 1);
                    words.add(word + " " + text.codePointCount(0, start) + "-" + text.codePointCount(0, end));
                }
            }

            @Override
            public void token(AddedToken token, String surface, int start, int end) {
                words.add(surface + " " + text.codePointCount(0, start) + "-" + text.codePointCount(0, end));
            }
        });
        return new SegmentedText(words);
    }
}
