package org.wordloom.tokenizer.normalizer;

import org.wordloom.tokenizer.AlignedText;
import org.wordloom.tokenizer.Normalizer;

/** Leaves out control characters and turns unusual white space, U+2581 and U+FFFD into spaces, as SentencePiece's nmt. */
public record Nmt() implements Normalizer {
    @Override
    public void normalize(AlignedText text) {
        Filter.keep(text, codePoint -> !isDropped(codePoint));
        char[] chars = text.chars();
        for (int i = 0; i < text.length(); i++) {
            if (isBlank(chars[i])) {
                chars[i] = ' ';
            }
        }
    }

    private static boolean isDropped(int c) {
        return (c >= 0x01 && c <= 0x08) || c == 0x0B || (c >= 0x0E && c <= 0x1F) || c == 0x7F || c == 0x8F || c == 0x9F;
    }

    private static boolean isBlank(char c) {
        return switch (c) {
            case 0x09, 0x0A, 0x0C, 0x0D, 0x1680, 0x2028, 0x2029, 0x2581, 0xFEFF, 0xFFFD -> true;
            default -> c >= 0x200B && c <= 0x200F;
        };
    }
}
