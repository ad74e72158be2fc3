package org.wordloom.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;

/**
 * Normalisation and lower-casing. Both are ICU's, so they do not change with the version of Java. Text is normalised,
 * lower-cased, and normalised again, since lower-casing may leave the normalisation form.
 */
final class TextTransform {
    private final boolean lowercase;
    private final Normalizer2 normalizer;

    TextTransform(boolean lowercase, Normalization normalization) {
        this.lowercase = lowercase;
        this.normalizer = normalization == Normalization.NONE ? null : normalization.normalizer();
    }

    static TextTransform of(TokenizationOptions options) {
        return new TextTransform(options.lowercase(), options.normalization());
    }

    boolean isIdentity() {
        return !lowercase && normalizer == null;
    }

    String apply(String text) {
        String normalized = normalize(text);
        return lowercase ? normalize(UCharacter.toLowerCase(ULocale.ROOT, normalized)) : normalized;
    }

    /** What {@link #apply} does to a byte of ASCII text: ASCII is in every normalisation form. */
    byte applyToAscii(byte b) {
        return lowercase && b >= 'A' && b <= 'Z' ? (byte) (b + ('a' - 'A')) : b;
    }

    private String normalize(String text) {
        return normalizer == null ? text : normalizer.normalize(text);
    }
}
