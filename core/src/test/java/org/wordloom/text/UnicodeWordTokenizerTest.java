package org.wordloom.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wordloom.text.TokenizationOptions.Kind;

class UnicodeWordTokenizerTest {
    private final WordTokenizer tokenizer =
            WordTokenizers.create(new TokenizationOptions(Kind.WORDS, false, Normalization.NONE, List.of()));

    @Test
    void dropsPunctuationSymbolsAndEmoji() {
        assertThat(Tokens.of(tokenizer, "\"Well,\" she said - it's 3.14 (not 22/7)! 😀 + €"))
                .containsExactly("Well", "she", "said", "it's", "3.14", "not", "22", "7");
    }

    @Test
    void segmentsChineseJapaneseAndThai() {
        assertThat(Tokens.of(tokenizer, "我们喜欢中国。")).containsExactly("我们", "喜欢", "中国");
        assertThat(Tokens.of(tokenizer, "吾輩は猫である")).contains("吾輩", "猫");
        assertThat(Tokens.of(tokenizer, "ภาษาไทย")).containsExactly("ภาษา", "ไทย");
    }

    @Test
    void countsBytesOfEveryLength() {
        assertThat(Tokens.of(tokenizer, "a é 中 𠀀 Ж x")).containsExactly("a", "é", "中", "𠀀", "Ж", "x");
    }
}
