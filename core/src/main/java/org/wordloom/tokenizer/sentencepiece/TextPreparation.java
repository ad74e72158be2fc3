package org.wordloom.tokenizer.sentencepiece;

/**
 * How text is prepared.
 *
 * @param name of the character map; may be empty
 * @param map the character map, or null when characters stay as they are
 * @param options what else is done
 */
public record TextPreparation(String name, DoubleArrayCharacterMap map, NormalizerOptions options) {
    /** A map that SentencePiece knows by name. */
    public static TextPreparation of(NamedCharacterMap map, NormalizerOptions options) {
        return new TextPreparation(map.fileName(), map.build(), options);
    }
}
