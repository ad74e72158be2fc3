package org.wordloom.tokenizer.pretokenizer;

import org.wordloom.tokenizer.AlignedText;
import org.wordloom.tokenizer.ByteAlphabet;
import org.wordloom.tokenizer.PreTokenizedText;
import org.wordloom.tokenizer.PreTokenizer;

/**
 * Splits as GPT-2 does and writes the words in GPT-2's alphabet of bytes.
 *
 * @param addPrefixSpace put a space before a text that does not begin with one
 * @param trimOffsets what files carry along here; it matters to the post-processor of this name only
 * @param useRegex split by GPT-2's pattern, or leave the words as they are
 */
public record ByteLevel(boolean addPrefixSpace, boolean trimOffsets, boolean useRegex) implements PreTokenizer {
    @Override
    public void split(PreTokenizedText words) {
        if (addPrefixSpace) {
            addSpaces(words);
        }
        if (useRegex) {
            words.split(GptScanner.FOR_GPT2);
        }
        AlignedText text = words.text();
        if (!ByteAlphabet.mapInPlace(text.chars(), 0, text.length())) {
            words.rewrite((edited, from, to) -> ByteAlphabet.write(edited, to));
        }
    }

    private static void addSpaces(PreTokenizedText words) {
        boolean missing = false;
        for (int word = 0; word < words.size(); word++) {
            missing |= words.text().chars()[words.from(word)] != ' ';
        }
        if (missing) {
            words.rewrite(ByteLevel::addSpace);
        }
    }

    private static void addSpace(AlignedText text, int from, int to) {
        if (text.codePointAt(from) != ' ') {
            text.prependNext(" ");
        }
        text.copy(to - text.position());
    }
}
