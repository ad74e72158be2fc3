package org.wordloom.tokenizer.decoder;

import java.util.PrimitiveIterator;

/** Replaces text in pieces, as HuggingFace's library does it also where there is nothing to find. */
final class Replacement {
    private Replacement() {}

    /** The piece with {@code content} for each {@code found}; where that is empty, at the ends and between all characters. */
    static String of(String piece, String found, String content) {
        if (!found.isEmpty() || content.isEmpty()) {
            return piece.replace(found, content);
        }
        StringBuilder replaced = new StringBuilder(content);
        for (PrimitiveIterator.OfInt i = piece.codePoints().iterator(); i.hasNext(); ) {
            replaced.appendCodePoint(i.nextInt()).append(content);
        }
        return replaced.toString();
    }
}
