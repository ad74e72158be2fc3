package org.wordloom.format.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wordloom.TestRandom;
import org.wordloom.tokenizer.Segmenter;

/** Normalisers, pre-tokenisers and added tokens cut and align text as HuggingFace's library does. */
class ComponentAgreementTest {
    private static final String CL100K =
            "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\\\r\\\\n\\\\p{L}\\\\p{N}]?\\\\p{L}+|\\\\p{N}{1,3}"
                    + "| ?[^\\\\s\\\\p{L}\\\\p{N}]+[\\\\r\\\\n]*|\\\\s*[\\\\r\\\\n]+|\\\\s+(?!\\\\S)|\\\\s+";

    private static final String METASPACE = "'type':'Metaspace','replacement':'▁','split':true,'prepend_scheme'";

    static Stream<String> components() {
        return Stream.of(
                "'normalizer':{'type':'NFC'}",
                "'normalizer':{'type':'NFD'}",
                "'normalizer':{'type':'NFKC'}",
                "'normalizer':{'type':'NFKD'}",
                "'normalizer':{'type':'Sequence','normalizers':[{'type':'NFKD'},{'type':'StripAccents'},"
                        + "{'type':'Lowercase'},{'type':'Strip','strip_left':true,'strip_right':true}]}",
                "'normalizer':{'type':'Sequence','normalizers':[{'type':'NFD'},{'type':'NFC'},{'type':'Nmt'}]}",
                "'normalizer':{'type':'BertNormalizer','clean_text':true,'handle_chinese_chars':true,"
                        + "'strip_accents':null,'lowercase':true},'pre_tokenizer':{'type':'BertPreTokenizer'}",
                "'normalizer':{'type':'Strip','strip_left':false,'strip_right':true}," + "'pre_tokenizer':{" + METASPACE
                        + ":'first'}",
                "'normalizer':{'type':'Sequence','normalizers':[{'type':'Prepend','prepend':'▁'},"
                        + "{'type':'Replace','pattern':{'String':' '},'content':'▁'}]}",
                "'normalizer':{'type':'Replace','pattern':{'Regex':' {2,}'},'content':' -> '},"
                        + "'pre_tokenizer':{'type':'WhitespaceSplit'}",
                "'normalizer':{'type':'Replace','pattern':{'Regex':'[0-9]'},'content':''}",
                "'normalizer':{'type':'ByteLevel'},'pre_tokenizer':{'type':'Split',"
                        + "'pattern':{'String':'Ġ'},'behavior':'MergedWithNext','invert':false}",
                "'pre_tokenizer':{'type':'ByteLevel','add_prefix_space':false,'trim_offsets':true,'use_regex':true}",
                "'pre_tokenizer':{'type':'ByteLevel','add_prefix_space':true,'trim_offsets':true,'use_regex':false}",
                "'pre_tokenizer':{'type':'Sequence','pretokenizers':[{'type':'Split','pattern':{'Regex':'" + CL100K
                        + "'},'behavior':'Isolated','invert':false},"
                        + "{'type':'ByteLevel','add_prefix_space':false,'trim_offsets':true,'use_regex':false}]}",
                "'pre_tokenizer':{'type':'Split','pattern':{'Regex':'" + CL100K
                        + "'},'behavior':'Removed','invert':true}",
                "'pre_tokenizer':{'type':'Split','pattern':{'Regex':'" + CL100K.replace("{1,3}", "")
                        + "'},'behavior':'Isolated','invert':false}",
                "'pre_tokenizer':{" + METASPACE + ":'always'}",
                "'pre_tokenizer':{" + METASPACE + ":'first'}",
                "'pre_tokenizer':{" + METASPACE + ":'never'}",
                "'pre_tokenizer':{'type':'Metaspace','replacement':'_','prepend_scheme':'always','split':false}",
                "'pre_tokenizer':{'type':'Sequence','pretokenizers':[{'type':'WhitespaceSplit'}," + "{" + METASPACE
                        + ":'always'}]}",
                "'pre_tokenizer':{'type':'Sequence','pretokenizers':[{'type':'Whitespace'},"
                        + "{'type':'Digits','individual_digits':false}]}",
                "'pre_tokenizer':{'type':'Sequence','pretokenizers':[{'type':'Punctuation','behavior':'Contiguous'},"
                        + "{'type':'Digits','individual_digits':true},"
                        + "{'type':'ByteLevel','add_prefix_space':true,'trim_offsets':true,'use_regex':true}]}",
                "'pre_tokenizer':{'type':'Punctuation','behavior':'Removed'}",
                "'pre_tokenizer':{'type':'Punctuation','behavior':'MergedWithPrevious'}",
                "'pre_tokenizer':{'type':'Punctuation','behavior':'MergedWithNext'}",
                "'pre_tokenizer':{'type':'CharDelimiterSplit','delimiter':'a'}",
                "'pre_tokenizer':{'type':'FixedLength','length':3}",
                "'pre_tokenizer':{'type':'UnicodeScripts'}",
                "'pre_tokenizer':{'type':'Split','pattern':{'Regex':'\\\\d{1,2}+|\\\\h+?|[[:punct:]]'},"
                        + "'behavior':'Isolated','invert':false}",
                "'pre_tokenizer':{'type':'Split','pattern':{'Regex':'^.|\\\\p{Han}+|\\\\p{^L}\\\\b'},"
                        + "'behavior':'MergedWithPrevious','invert':false}",
                split("{'Regex':'\\\\w+|[^\\\\w\\\\s]+'}", "Isolated"),
                split("{'Regex':'[\\\\p{Latin}[:word:]]{2}?[\\\\p{Letter}a-f]'}", "Isolated"),
                split("{'Regex':'\\\\p{XDigit}|\\\\v|\\\\p{^Emoji}'}", "Isolated"),
                split("{'String':''}", "Isolated"),
                split("{'Regex':''}", "MergedWithNext"),
                split("{'Regex':'a*'}", "MergedWithNext"),
                split("{'Regex':'e*'}", "Contiguous"),
                split("{'Regex':'(?=[^a-z])|.'}", "MergedWithPrevious"),
                split("{'Regex':'|(?<=[^a])(?![a-f])'}", "Isolated"),
                "'normalizer':{'type':'Replace','pattern':{'Regex':'a*'},'content':'-'}",
                "'normalizer':{'type':'Replace','pattern':{'String':''},'content':'-'}",
                "'normalizer':{'type':'Lowercase'},'pre_tokenizer':{'type':'Whitespace'},'added_tokens':["
                        + token(1, "<s>", false, false, false, false) + ","
                        + token(2, "[MASK]", false, true, true, false)
                        + "," + token(3, "The", true, false, false, true) + ","
                        + token(4, "ing", false, true, false, true)
                        + "]",
                "'normalizer':{'type':'Prepend','prepend':'▁'},'added_tokens':["
                        + token(1, "</s>", false, false, true, true) + "," + token(2, "hello", true, true, true, false)
                        + "]",
                "'added_tokens':[" + token(1, " ", false, true, true, false) + ","
                        + token(2, "the", false, true, true, false) + "]");
    }

    @ParameterizedTest
    @MethodSource("components")
    void cutAlike(String components) throws IOException {
        String json = SegmentedText.json(components
                .replace('\'', '"')
                .replace("(?i:\"s|\"t|\"re|\"ve|\"m|\"ll|\"d)", "(?i:'s|'t|'re|'ve|'m|'ll|'d)"));
        List<String> texts = new ArrayList<>(SampleTexts.fixed());
        texts.addAll(SampleTexts.random(TestRandom.create(), 600));
        Segmenter ours = SegmentedText.segmenter(json);
        try (HuggingFace theirs = new HuggingFace(json)) {
            for (String text : texts) {
                assertThat(SegmentedText.of(ours, text))
                        .as("'%s' by %s", text, json)
                        .isEqualTo(SegmentedText.of(theirs, text));
            }
        }
    }

    @Test
    void onlyWeKnowDictionaries() throws IOException {
        String json = SegmentedText.json("\"pre_tokenizer\":{\"type\":\"DictionaryWords\"}");
        assertThat(SegmentedText.of(SegmentedText.segmenter(json), "我们学习中文").words())
                .hasSize(3);
        assertThatThrownBy(() -> new HuggingFace(json)).isInstanceOf(RuntimeException.class);
    }

    private static String split(String pattern, String behavior) {
        return "'pre_tokenizer':{'type':'Split','pattern':" + pattern + ",'behavior':'" + behavior
                + "','invert':false}";
    }

    private static String token(
            int id, String content, boolean singleWord, boolean stripLeft, boolean stripRight, boolean normalized) {
        return "{'id':" + id + ",'content':'" + content + "','single_word':" + singleWord + ",'lstrip':" + stripLeft
                + ",'rstrip':" + stripRight + ",'normalized':" + normalized + ",'special':true}";
    }
}
