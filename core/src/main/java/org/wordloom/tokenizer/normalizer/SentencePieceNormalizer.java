package org.wordloom.tokenizer.normalizer;

import java.nio.charset.StandardCharsets;
import org.wordloom.tokenizer.AlignedText;
import org.wordloom.tokenizer.Normalizer;

/**
 * SentencePiece's character map as SentencePiece applies it: at each place the longest key that begins there.
 *
 * @param map the character map
 */
public record SentencePieceNormalizer(CharacterMap map) implements Normalizer {
    @Override
    public void normalize(AlignedText text) {
        byte[] utf8 = text.toString().getBytes(StandardCharsets.UTF_8);
        text.beginEdit();
        for (int i = 0; i < utf8.length; ) {
            long match = map.longest(utf8, i, utf8.length);
            if (match == CharacterMap.NONE) {
                int codePoint = text.codePointAt(text.position());
                text.copy(Character.charCount(codePoint));
                i += utf8Length(codePoint);
            } else {
                int end = i + CharacterMap.keyLength(match);
                Replacement.put(text, map.replacement(CharacterMap.replacementNumber(match)), codePoints(utf8, i, end));
                i = end;
            }
        }
        text.endEdit();
    }

    private static int codePoints(byte[] utf8, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += utf8[i] >= (byte) 0xC0 || utf8[i] >= 0 ? 1 : 0;
        }
        return count;
    }

    private static int utf8Length(int codePoint) {
        return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }
}
