package org.wordloom.format.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordloom.TestRandom;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.tokenizer.Encoding;
import org.wordloom.tokenizer.Tokenizer;
import org.wordloom.tokenizer.TokenizerEncoder;

/** Models that nobody trains, but that a file may hold: their ids and offsets are those of HuggingFace's library. */
class OddModelAgreementTest {
    private static final String BYTES = IntStream.range(0, 256)
            .mapToObj(value -> String.format(Locale.ROOT, ",['<0x%02X>',-9.0]", value))
            .reduce("", String::concat);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'Unigram','unk_id':0,'vocab':[['u',-2.0],['a',-1.0],['au',-4.0]],'byte_fallback':false}",
                "{'type':'Unigram','unk_id':0,'vocab':[['u',-2.0],['a',-1.0]BYTES],'byte_fallback':true}",
                "{'type':'Unigram','unk_id':1,'vocab':[['u',-2.0],['xx',-3.0],['a',-1.0]BYTES],'byte_fallback':true}",
            })
    void encodesAlike(String model) throws IOException {
        String json = "{\"model\":" + model.replace("BYTES", BYTES).replace('\'', '"') + "}";
        TestRandom random = TestRandom.create();
        Tokenizer tokenizer =
                TokenizerJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "test");
        TokenizerEncoder ours = tokenizer.newEncoder();
        try (HuggingFace theirs = new HuggingFace(json)) {
            for (int round = 0; round < 300; round++) {
                String text = text(random);
                assertThat(tokens(ours.encode(text, false)))
                        .as("'%s' by %s", text, model)
                        .isEqualTo(tokens(theirs.encode(text, false)));
            }
        }
    }

    /** A template makes parts of a text; what comes after it must leave none of them out. */
    @Test
    void aPostProcessorBehindATemplate() throws IOException {
        String special = "{'SpecialToken':{'id':'S','type_id':0}}";
        String template = "{'type':'TemplateProcessing','single':[" + special
                + ",{'Sequence':{'id':'A','type_id':0}}," + special
                + "],'pair':[],'special_tokens':{'S':{'id':'S','ids':[5],'tokens':['S']}}}";
        String bert = "{'type':'BertProcessing','sep':['x',7],'cls':['y',8]}";
        String model = "'model':{'type':'Unigram','unk_id':0,'vocab':[['u',-2.0],['a',-1.0]],'byte_fallback':false}";
        String json =
                "{'post_processor':{'type':'Sequence','processors':[<first>,<second>]},".replace("<first>", template)
                        + model + "}";
        String after = json.replace("<second>", bert).replace('\'', '"');
        TokenizerEncoder ours = TokenizerJson.read(
                        new ByteArrayInputStream(after.getBytes(StandardCharsets.UTF_8)), "test")
                .newEncoder();
        try (HuggingFace theirs = new HuggingFace(after)) {
            assertThat(ours.encode("aua", true).ids())
                    .containsExactly(theirs.encode("aua", true).tokens().stream()
                            .mapToInt(HuggingFace.Token::id)
                            .toArray());
        }
        String twice = json.replace("<second>", template).replace('\'', '"');
        assertThatThrownBy(() -> TokenizerJson.read(
                                new ByteArrayInputStream(twice.getBytes(StandardCharsets.UTF_8)), "test")
                        .newEncoder()
                        .encode("aua", true))
                .hasMessageContaining("template follows a post-processor that leaves 3 parts");
    }

    @Test
    void whatIsUnknownWithoutAnUnknownTokenIsAnError() throws IOException {
        String json =
                "{\"model\":{\"type\":\"Unigram\",\"unk_id\":null,\"vocab\":[[\"a\",-1.0]],\"byte_fallback\":false}}";
        TokenizerEncoder ours = TokenizerJson.read(
                        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "test")
                .newEncoder();
        try (HuggingFace theirs = new HuggingFace(json)) {
            assertThat(tokens(ours.encode("aa", false))).isEqualTo(tokens(theirs.encode("aa", false)));
            assertThatThrownBy(() -> theirs.encode("aéb", false)).hasMessageContaining("unk_id");
        }
        assertThatThrownBy(() -> ours.encode("aéba", false))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.INPUT))
                .hasMessageContaining("'éb' is in no piece");
    }

    private static String text(TestRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.below(8); i > 0; i--) {
            text.append("auxx\u00E9b".charAt(random.below(6)));
        }
        return text.toString();
    }

    private static String tokens(Encoding encoding) {
        StringBuilder tokens = new StringBuilder();
        for (int i = 0; i < encoding.size(); i++) {
            tokens.append(token(encoding.id(i), encoding.start(i), encoding.end(i)));
        }
        return tokens.toString();
    }

    private static String tokens(HuggingFace.Result result) {
        StringBuilder tokens = new StringBuilder();
        for (HuggingFace.Token token : result.tokens()) {
            tokens.append(token(token.id(), token.start(), token.end()));
        }
        return tokens.toString();
    }

    private static String token(int id, int start, int end) {
        return id + "[" + start + "," + end + ") ";
    }
}
