package org.wordloom.format.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordloom.TestRandom;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.tokenizer.Tokenizer;

/** Damaged files are refused by one clear line that says where; nothing else is thrown. */
class HostileTokenizerJsonTest {
    private static final String MODEL =
            "\"model\":{\"type\":\"WordLevel\",\"vocab\":{\"a\":0,\"u\":1},\"unk_token\":\"u\"}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "''~expected an object",
                "[]~expected an object",
                "{~line 1",
                "{} {}~the end of the file",
                "{'version':'2.0',MODEL}~at version: expected 1.0",
                "{'model':{'type':'Magic'}}~at model.type: expected a model of BPE",
                "{'model':3}~at model: expected an object, found '3'",
                "{'model':{'type':'WordLevel','vocab':{'a':0,'b':0},'unk_token':'a'}}~an id of its own",
                "{'model':{'type':'WordLevel','vocab':{'a':2000000000},'unk_token':'a'}}~found 2000000000",
                "{'model':{'type':'WordLevel','vocab':{'a':-1},'unk_token':'a'}}~found -1",
                "{'model':{'type':'WordLevel','vocab':{'a':0,'a':1},'unk_token':'a'}}~the field 'a' is there twice",
                "{'model':{'type':'BPE','vocab':{'a':0},'merges':['a b']}}~at model.merges[0]: expected pieces of vocab",
                "{'model':{'type':'BPE','vocab':{'a':0},'merges':[3]}}~at model.merges[0]: expected two pieces",
                "{'model':{'type':'BPE','vocab':{'a':0},'merges':[['a','a']]}}~which is not a piece",
                "{'model':{'type':'Unigram','vocab':[],'unk_id':0}}~at model.vocab: expected one piece or more",
                "{'model':{'type':'BPE','vocab':{'a':0},'merges':[],'unk_token':'x'}}~at model.unk_token: expected a piece of"
                        + " vocab, found 'x'",
                "{'model':{'type':'WordPiece','vocab':{'a':0},'unk_token':'x','continuing_subword_prefix':'##',"
                        + "'max_input_chars_per_word':9}}~at model.unk_token: expected a piece of vocab, found 'x'",
                "{'model':{'vocab':{'a':0}}}~at model.unk_token",
                "{'model':{}}~at model.vocab",
                "{'model':{'type':'Unigram','vocab':[['a']]}}~at model.vocab[0]",
                "{'model':{'type':'Unigram','vocab':[['a',0.0]],'unk_id':7}}~at model.unk_id",
                "{'normalizer':{'type':'Nfc'},MODEL}~at normalizer.type: expected a normalizer of",
                "{'normalizer':{},MODEL}~at normalizer.type: expected a value, found no such field",
                "{'normalizer':{'type':'Sequence','normalizers':[{'type':'X'}]},MODEL}~at normalizer.normalizers[0].type",
                "{'normalizer':{'type':'Precompiled','precompiled_charsmap':'%'},MODEL}~bytes in base 64",
                "{'normalizer':{'type':'Precompiled','precompiled_charsmap':'/////w=='},MODEL}~precompiled_charsmap",
                "{'pre_tokenizer':{'type':'Split','pattern':{'Regex':'('},'behavior':'Isolated','invert':false},MODEL}"
                        + "~test is damaged or of another format, at pre_tokenizer.pattern.Regex: the regular expression '('",
                "{'pre_tokenizer':{'type':'Split','pattern':{},'behavior':'Isolated','invert':false},MODEL}~String or Regex",
                "{'pre_tokenizer':{'type':'Metaspace','replacement':'ab'},MODEL}~expected one character, found 'ab'",
                "{'post_processor':{'type':'BertProcessing','sep':['x'],'cls':['y',1]},MODEL}~a token and its id",
                "{'post_processor':{'type':'TemplateProcessing','single':[{'SpecialToken':{'id':'x','type_id':0}}],"
                        + "'pair':[],'special_tokens':{}},MODEL}~at post_processor.special_tokens: a tokenizer's template names"
                        + " the special token 'x'",
                "{'padding':{'strategy':{'Fixed':2000000000},'direction':'Right','pad_id':0,'pad_type_id':0,"
                        + "'pad_token':'p'},MODEL}~at padding.strategy.Fixed",
                "{'truncation':{'max_length':-1,'strategy':'LongestFirst','stride':0},MODEL}~at truncation.max_length",
                "{'model':{'type':'Unigram','vocab':[['\\ud83d',0.0]]}}~half a surrogate pair, \\ud83d, in a text at line 1",
                "{'\\ude00\\ud83d':1,MODEL}~half a surrogate pair, \\ude00",
                "{'added_tokens':[{'id':0}],MODEL}~at added_tokens[0].content",
            })
    void isRefused(String json, String reason) {
        String text = json.replace("MODEL", MODEL).replace('\'', '"');
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.FORMAT))
                .hasMessageContaining(reason.replace("(\"", "('").replace("''", "'"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "'vocab':{'a':0,'b':1,'ab':2},'merges':['a b']~BpeModel",
                "'vocab':{'a':0},'unk_token':'a'~WordLevel",
                "'vocab':[['a',-1.0]],'unk_id':0~UnigramModel",
                "'vocab':{'a':0},'unk_token':'a','continuing_subword_prefix':'##','max_input_chars_per_word':9"
                        + "~WordPieceModel",
            })
    void modelsWithoutATypeAreKnownByTheirFields(String fields, String model) throws IOException {
        assertThat(read("{'model':{FIELDS}}".replace("FIELDS", fields).replace('\'', '"'))
                        .model())
                .extracting(read -> read.getClass().getSimpleName())
                .isEqualTo(model);
    }

    @Test
    void wholeSurrogatePairsAreRead() throws IOException {
        assertThat(read("{" + MODEL.replace("\"a\":0", "\"\\ud83d\\ude00\":0") + "}")
                        .piece(0))
                .isEqualTo("\uD83D\uDE00");
    }

    /** Whatever a file holds, and however much of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{'model':{'vocab':{'TEXT':0,'TEXT':1}}}~is there twice",
                "{'pre_tokenizer':{'type':'Split','pattern':{'Regex':'(TEXT'},'behavior':'Isolated','invert':false},MODEL}"
                        + "~cannot be used: ",
                "{'post_processor':{'type':'TemplateProcessing','single':[{'SpecialToken':{'id':'TEXT','type_id':0}}],"
                        + "'pair':[],'special_tokens':{}},MODEL}~names the special token",
            })
    void messagesQuoteAPartOfOneLine(String json, String reason) {
        for (String text : List.of("a\\nb", "a\\u2028b", "x".repeat(40_000), "x\\n".repeat(10_000))) {
            String file = json.replace("TEXT", text).replace("MODEL", MODEL).replace('\'', '"');
            assertThatThrownBy(() -> read(file))
                    .isInstanceOfSatisfying(WordloomException.class, e -> {
                        assertThat(e.exitCode()).isEqualTo(ExitCode.FORMAT);
                        assertThat(e.getMessage().lines()).hasSize(1);
                        assertThat(e.getMessage()).doesNotContain("\u2028").hasSizeLessThan(600);
                    })
                    .hasMessageContaining(reason);
        }
    }

    @Test
    void overlongNumbersAreRefused() {
        String json = "{" + MODEL.replace("\"a\":0", "\"a\":" + "9".repeat(5000)) + "}";
        assertThatThrownBy(() -> read(json))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.FORMAT))
                .hasMessageContaining("test is damaged or of another format");
    }

    /** The parser takes the first for UTF-32, and the second for an order of bytes that it does not know. */
    @ParameterizedTest
    @ValueSource(strings = {"\0\0\0{\"model\":{}}", "\0\0{\0\"model\":{}}"})
    void otherEncodingsAreRefused(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.FORMAT))
                .hasMessageContaining("test is damaged or of another format: it is not UTF-8");
    }

    @Test
    void deepNestingIsRefused() {
        String open = "{\"normalizer\":{\"type\":\"Sequence\",\"normalizers\":[";
        String deep = open + "{\"type\":\"Sequence\",\"normalizers\":[".repeat(100_000);
        assertThatThrownBy(() -> read(deep))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining("deep");
    }

    @Test
    void everyFlippedByteIsRefusedOrHarmless() throws IOException {
        TestRandom random = TestRandom.create();
        Tokenizer tokenizer = new TrainedTokenizers(SampleTexts.fixed(), 400).llama();
        byte[] bytes = TokenizerAgreementTest.json(tokenizer).getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 2000; round++) {
            byte[] damaged = bytes.clone();
            damaged[random.below(damaged.length)] = (byte) random.below(256);
            try {
                TokenizerJson.read(new ByteArrayInputStream(damaged), "damaged")
                        .newEncoder()
                        .encode("ab ü", true);
            } catch (WordloomException e) {
                assertThat(e.exitCode()).isIn(ExitCode.FORMAT, ExitCode.INPUT, ExitCode.USAGE);
            }
        }
    }

    private static Tokenizer read(String json) throws IOException {
        return TokenizerJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "test");
    }
}
