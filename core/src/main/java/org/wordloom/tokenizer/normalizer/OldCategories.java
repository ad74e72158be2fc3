package org.wordloom.tokenizer.normalizer;

import org.wordloom.tokenizer.CharacterClass;

/** General categories as BERT's normaliser in HuggingFace's library knows them. */
final class OldCategories {
    private OldCategories() {}

    static boolean isControl(int codePoint) {
        return CharacterClass.is(codePoint, CharacterClass.CONTROL);
    }

    static boolean isNonspacingMark(int codePoint) {
        return CharacterClass.is(codePoint, CharacterClass.NONSPACING_MARK);
    }
}
