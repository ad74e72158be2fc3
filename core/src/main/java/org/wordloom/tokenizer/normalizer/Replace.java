package org.wordloom.tokenizer.normalizer;

import java.util.ArrayList;
import java.util.List;
import org.wordloom.tokenizer.AlignedText;
import org.wordloom.tokenizer.Decoder;
import org.wordloom.tokenizer.Normalizer;
import org.wordloom.tokenizer.PatternMatches;
import org.wordloom.tokenizer.TextGrowth;
import org.wordloom.tokenizer.TextPattern;

/**
 * Replaces every match of a pattern, in text as a normaliser, in each piece as a decoder.
 *
 * @param pattern what is replaced
 * @param content what is put there, as it is; aligned to the last character of the match
 */
public record Replace(TextPattern pattern, String content) implements Normalizer, Decoder {
    @Override
    public void normalize(AlignedText text) {
        PatternMatches matches = pattern.matches(text.toString());
        if (!matches.next()) {
            return;
        }
        text.beginEdit();
        do {
            text.copy(matches.start() - text.position());
            text.skipTo(matches.end());
            content.codePoints().forEach(text::insert);
        } while (matches.next());
        text.copy(text.length() - text.position());
        text.endEdit();
    }

    /** @throws org.wordloom.base.WordloomException FORMAT when it would make far more of the pieces than they are */
    @Override
    public List<String> decode(List<String> pieces) {
        long most = TextGrowth.limit(Decoder.length(pieces));
        long made = 0;
        List<String> replaced = new ArrayList<>(pieces.size());
        for (String piece : pieces) {
            String text = replaced(piece, made, most);
            replaced.add(text);
            made += text.length();
        }
        return replaced;
    }

    private String replaced(String piece, long before, long most) {
        StringBuilder result = new StringBuilder();
        int done = 0;
        for (PatternMatches matches = pattern.matches(piece); matches.next(); done = matches.end()) {
            result.append(piece, done, matches.start()).append(content);
            TextGrowth.require(before + result.length(), most, this);
        }
        return result.append(piece, done, piece.length()).toString();
    }
}
