package org.wordloom.format.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.tokenizer.Tokenizer;

/** Files whose steps multiply a text, each what the one before made of it, end in one line and not in all memory. */
@Timeout(60)
class MultiplyingTokenizerTest {
    private static final String MODEL =
            "\"model\":{\"type\":\"WordLevel\",\"vocab\":{\"a\":0,\"u\":1,\"aa\":2},\"unk_token\":\"u\"}";
    private static final String DOUBLING = "{'type':'Replace','pattern':{'String':'a'},'content':'aa'}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                DOUBLING + "~number 17, Replace,",
                "{'type':'Replace','pattern':{'Regex':''},'content':'a'}~number 15, Replace,",
                "{'type':'ByteLevel'}~number 17, ByteLevelNormalizer,",
            })
    void normalizersInAChain(String step, String named) throws IOException {
        String chain = String.join(",", Collections.nCopies(50, step));
        Tokenizer tokenizer = read("'normalizer':{'type':'Sequence','normalizers':[" + chain + "]}");
        refused(() -> tokenizer.newEncoder().encode("aé", false), named, "more than 65600 characters");
    }

    @Test
    void preTokenizersInAChain() throws IOException {
        String step = "{'type':'ByteLevel','add_prefix_space':true,'trim_offsets':true,'use_regex':false}";
        String chain = String.join(",", Collections.nCopies(50, step));
        Tokenizer tokenizer = read("'pre_tokenizer':{'type':'Sequence','pretokenizers':[" + chain + "]}");
        refused(() -> tokenizer.newEncoder().encode("é", false), "number 16, ByteLevel,");
    }

    @Test
    void oneStep() throws IOException {
        String content = "x".repeat(10_000);
        Tokenizer tokenizer =
                read("'normalizer':{'type':'Replace','pattern':{'String':'a'},'content':'" + content + "'}");
        refused(() -> tokenizer.newEncoder().encode("a".repeat(10_000), false), "step Replace makes more than 385536");
        assertThat(tokenizer.newEncoder().encode("aaa", false).end(0)).isEqualTo(3);
    }

    /** Else a text of many added tokens would be as many texts, each of which may become long. */
    @Test
    void thePartsOfATextTogether() throws IOException {
        Tokenizer tokenizer = read("'normalizer':{'type':'Replace','pattern':{'String':'a'},'content':'"
                + "x".repeat(30_000) + "'},'added_tokens':[" + token("<s>", false) + "]");
        assertThat(tokenizer.newEncoder().encode("a<s>a", false).size()).isEqualTo(3);
        refused(() -> tokenizer.newEncoder().encode("a<s>a<s>a", false), "step Replace makes more than");
    }

    @Test
    void addedTokensOfTheFileItself() {
        String chain = String.join(",", Collections.nCopies(50, DOUBLING));
        refused(
                () -> read("'normalizer':{'type':'Sequence','normalizers':[" + chain + "]},'added_tokens':["
                        + token("a", true) + "]"),
                "test is damaged or of another format, at added_tokens: the tokenizer's step number 17, Replace,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                DOUBLING + "~Replace",
                "{'type':'BPEDecoder','suffix':''}~BpeDecoder",
                "{'type':'CTC','pad_token':'<pad>','word_delimiter_token':'','cleanup':true}~CtcDecoder",
            })
    void decodersInAChain(String step, String named) throws IOException {
        String chain = String.join(",", Collections.nCopies(50, step));
        Tokenizer tokenizer = read("'decoder':{'type':'Sequence','decoders':[" + chain + "]}");
        refused(() -> tokenizer.decode(new int[] {2, 2}, false), "step " + named + " makes more than 65664 characters");
    }

    @Test
    void aDecoderAlone() throws IOException {
        String content = "x".repeat(30_000);
        Tokenizer tokenizer = read("'decoder':{'type':'Replace','pattern':{'String':'a'},'content':'" + content + "'}");
        assertThat(tokenizer.decode(new int[] {0, 0}, false)).hasSize(60_000);
        refused(() -> tokenizer.decode(new int[] {0, 0, 0}, false), "step Replace makes more than");
    }

    @Test
    void templates() {
        String text = "{'Sequence':{'id':'A','type_id':0}}";
        String many = String.join(",", Collections.nCopies(1001, text));
        refused(() -> read(template(many, "1")), "at post_processor.special_tokens", "has 1001 parts, more than 1000");
        String special = "{'SpecialToken':{'id':'S','type_id':0}}";
        String ids = String.join(",", Collections.nCopies(10_000, "1"));
        refused(() -> read(template(String.join(",", Collections.nCopies(7, special)), ids)), "70000 special tokens");
    }

    @Test
    void expressionsThatTryForEver() throws IOException {
        Tokenizer tokenizer = read("'pre_tokenizer':{'type':'Split','pattern':{'Regex':'a*a*a*a*a*a*c'},"
                + "'behavior':'Isolated','invert':false}");
        assertThatThrownBy(() -> tokenizer.newEncoder().encode("a".repeat(400), false))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.INPUT))
                .hasMessageContaining("'a*a*a*a*a*a*c' needs too many steps on a text of 400 characters");
    }

    private static void refused(ThrowingCallable code, String... reasons) {
        assertThatThrownBy(code)
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.FORMAT))
                .message()
                .contains(List.of(reasons))
                .hasLineCount(1);
    }

    private static String template(String single, String ids) {
        String tokens = ids.replace("1", "'S'");
        return "'post_processor':{'type':'TemplateProcessing','single':[" + single
                + "],'pair':[],'special_tokens':{'S':" + "{'id':'S','ids':[" + ids + "],'tokens':[" + tokens + "]}}}";
    }

    private static String token(String content, boolean normalized) {
        return "{'id':3,'content':'" + content + "','single_word':false,'lstrip':false,'rstrip':false,'normalized':"
                + normalized + ",'special':true}";
    }

    private static Tokenizer read(String parts) throws IOException {
        String json = "{" + parts.replace('\'', '"') + "," + MODEL + "}";
        return TokenizerJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "test");
    }
}
