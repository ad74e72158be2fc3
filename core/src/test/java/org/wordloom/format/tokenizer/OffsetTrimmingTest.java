package org.wordloom.format.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordloom.tokenizer.Encoding;
import org.wordloom.tokenizer.Tokenizer;

/** White space is taken off the offsets of byte-level pieces by the code point, as HuggingFace's library does it. */
class OffsetTrimmingTest {
    private static final String ROBERTA =
            "{'type':'RobertaProcessing','sep':['s',0],'cls':['s',0],'trim_offsets':true,'add_prefix_space':PREFIX}";
    private static final String BYTE_LEVEL =
            "{'type':'ByteLevel','trim_offsets':true,'use_regex':true,'add_prefix_space':PREFIX}";
    /** Puts spaces around Chinese characters, of which 𠀀 is two chars long. */
    private static final String SPACES =
            "{'type':'BertNormalizer','clean_text':false,'handle_chinese_chars':true,'strip_accents':null,"
                    + "'lowercase':false}";

    @ParameterizedTest
    @CsvSource({"a𠀀b", "𠀀", "𠀀a", "a中b", "'  a 𠀀  '", "😀𠀀𠀀😀"})
    void codePointsAreTakenOff(String text) throws IOException {
        for (String processor : new String[] {ROBERTA, BYTE_LEVEL}) {
            for (boolean prefix : new boolean[] {true, false}) {
                agree(processor.replace("PREFIX", String.valueOf(prefix)), text);
            }
        }
    }

    private static void agree(String processor, String text) throws IOException {
        String json = ("{'version':'1.0','added_tokens':[],'normalizer':" + SPACES + ",'pre_tokenizer':null,"
                        + "'post_processor':" + processor + ",'decoder':null,'model':{'type':'BPE','unk_token':'s',"
                        + "'vocab':{'s':0,' ':1,'a':2,'𠀀':3,' 𠀀':4,'𠀀 ':5},'merges':[['𠀀',' '],[' ','𠀀']]}}")
                .replace('\'', '"');
        Tokenizer tokenizer =
                TokenizerJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "test");
        Encoding ours = tokenizer.newEncoder().encode(text, false);
        try (HuggingFace theirs = new HuggingFace(json)) {
            var tokens = theirs.encode(text, false).tokens();
            assertThat(ours.pieces()).hasSameSizeAs(tokens);
            for (int i = 0; i < tokens.size(); i++) {
                String place = "offsets of piece " + i + " of '" + text + "' by " + processor;
                assertThat(ours.start(i))
                        .as(place)
                        .isEqualTo(text.offsetByCodePoints(0, tokens.get(i).start()));
                assertThat(ours.end(i))
                        .as(place)
                        .isEqualTo(text.offsetByCodePoints(0, tokens.get(i).end()));
            }
        }
    }
}
