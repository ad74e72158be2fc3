package org.wordloom.tokenizer.pretokenizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wordloom.tokenizer.AlignedText;
import org.wordloom.tokenizer.Decoder;
import org.wordloom.tokenizer.PreTokenizedText;
import org.wordloom.tokenizer.PreTokenizedText.Words;
import org.wordloom.tokenizer.PreTokenizer;

/**
 * Makes spaces visible as SentencePiece does, and splits before each; as a decoder, the reverse.
 *
 * @param replacement the code point that stands for a space, usually U+2581
 * @param prependScheme which words get one before their first character
 * @param split whether to split
 */
public record Metaspace(int replacement, PrependScheme prependScheme, boolean split) implements PreTokenizer, Decoder {
    /** SentencePiece's sign for a space. */
    public static final int LOWER_ONE_EIGHTH_BLOCK = 0x2581;

    /** Where a sign is put before a word that does not begin with one. */
    public enum PrependScheme {
        /** Only where the original text begins. */
        FIRST,
        NEVER,
        ALWAYS;

        /** The name in files. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What SentencePiece does by default. */
    public static Metaspace defaults() {
        return new Metaspace(LOWER_ONE_EIGHTH_BLOCK, PrependScheme.ALWAYS, true);
    }

    @Override
    public void split(PreTokenizedText words) {
        boolean rewrites = needsRewrite(words);
        if (replacement < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
            replaceInPlace(words.text());
        }
        if (rewrites) {
            words.rewrite(this::rewrite);
        }
        if (split) {
            words.split(this::splitWord);
        }
    }

    @Override
    public List<String> decode(List<String> pieces) {
        List<String> decoded = new ArrayList<>(pieces.size());
        String sign = Character.toString(replacement);
        for (String piece : pieces) {
            boolean dropped = decoded.isEmpty() && prependScheme != PrependScheme.NEVER;
            decoded.add(piece.replace(sign, dropped ? "" : " "));
        }
        return decoded;
    }

    private boolean needsRewrite(PreTokenizedText words) {
        if (replacement >= Character.MIN_SUPPLEMENTARY_CODE_POINT) {
            return true;
        }
        for (int word = 0; word < words.size(); word++) {
            if (prepends(words.text(), words.from(word))) {
                return true;
            }
        }
        return false;
    }

    private boolean prepends(AlignedText text, int from) {
        int first = text.codePointAt(from);
        return first != ' '
                && first != replacement
                && (prependScheme == PrependScheme.ALWAYS
                        || (prependScheme == PrependScheme.FIRST && text.originalStart(from) == 0));
    }

    private void replaceInPlace(AlignedText text) {
        char[] chars = text.chars();
        for (int i = 0; i < text.length(); i++) {
            if (chars[i] == ' ') {
                chars[i] = (char) replacement;
            }
        }
    }

    private void rewrite(AlignedText text, int from, int to) {
        if (prepends(text, from)) {
            text.prependNext(Character.toString(replacement));
        }
        char[] chars = text.chars();
        while (text.position() < to) {
            int space = text.position();
            while (space < to && chars[space] != ' ') {
                space++; // there are none left if the replacement is one char
            }
            text.copy(space - text.position());
            if (space < to) {
                text.replace(replacement);
            }
        }
    }

    private void splitWord(char[] chars, int from, int to, Words words) {
        char first = Character.toChars(replacement)[0];
        int start = from;
        for (int i = from; i < to; i++) {
            if (chars[i] == first && Character.codePointAt(chars, i, to) == replacement) {
                words.word(start, i);
                start = i;
            }
        }
        words.word(start, to);
    }
}
