package org.wordloom.tokenizer.pretokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wordloom.tokenizer.AddedToken;
import org.wordloom.tokenizer.PreTokenizedText;
import org.wordloom.tokenizer.PreTokenizer;
import org.wordloom.tokenizer.Segmenter;
import org.wordloom.tokenizer.Tokenizer;

class DictionaryWordsTest {
    private static final PreTokenizer WITH_SIGNS =
            new PreTokenizerSequence(List.of(Metaspace.defaults(), new DictionaryWords()));

    @Test
    void wordsOfThaiChineseAndJapaneseAreFound() {
        assertThat(words("ภาษาไทยเป็นภาษาราชการ", new DictionaryWords()))
                .containsExactly("ภาษา", "ไทย", "เป็น", "ภาษา", "ราชการ");
        assertThat(words("我们学习中文", new DictionaryWords())).containsExactly("我们", "学习", "中文");
        assertThat(words("日本語を勉強する", new DictionaryWords())).containsExactly("日本語", "を", "勉強", "する");
    }

    @Test
    void whiteSpaceIsDroppedAndPunctuationKept() {
        assertThat(words("  the loom's 3,000 words.\t中文!", new DictionaryWords()))
                .containsExactly("the", "loom's", "3,000", "words", ".", "中文", "!");
    }

    /** So nothing of the text is lost. */
    @Test
    void signsForSpacesBelongToTheWordAfterThem() {
        assertThat(words("the loom  of 中文 ภาษาไทย ", WITH_SIGNS))
                .containsExactly("▁the", "▁loom", "▁", "▁of", "▁中文", "▁ภาษา", "ไทย", "▁");
        assertThat(words("我们学习中文", WITH_SIGNS)).containsExactly("▁我们", "学习", "中文");
    }

    private static List<String> words(String text, PreTokenizer preTokenizer) {
        List<String> found = new ArrayList<>();
        Tokenizer.segmenter(null, preTokenizer).segment(text, new Segmenter.Sink() {
            @Override
            public void words(PreTokenizedText words) {
                for (int i = 0; i < words.size(); i++) {
                    found.add(new String(words.text().chars(), words.from(i), words.to(i) - words.from(i)));
                }
            }

            @Override
            public void token(AddedToken token, String surface, int start, int end) {
                throw new AssertionError("no token was added");
            }
        });
        return found;
    }
}
