package org.wordloom.tokenizer.normalizer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.wordloom.tokenizer.AlignedText;
import org.wordloom.tokenizer.Decoder;
import org.wordloom.tokenizer.Normalizer;
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
        Matcher matcher = pattern.matcher(text.toString());
        if (!pattern.find(matcher)) {
            return;
        }
        text.beginEdit();
        do {
            text.copy(matcher.start() - text.position());
            text.skipTo(matcher.end());
            content.codePoints().forEach(text::insert);
        } while (pattern.find(matcher));
        text.copy(text.length() - text.position());
        text.endEdit();
    }

    @Override
    public List<String> decode(List<String> pieces) {
        List<String> replaced = new ArrayList<>(pieces.size());
        for (String piece : pieces) {
            replaced.add(pattern.matcher(piece).replaceAll(Matcher.quoteReplacement(content)));
        }
        return replaced;
    }
}
