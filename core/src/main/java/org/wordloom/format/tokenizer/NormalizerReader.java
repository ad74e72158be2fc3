package org.wordloom.format.tokenizer;

import org.wordloom.tokenizer.sentencepiece.DoubleArrayCharacterMap;
import org.wordloom.tokenizer.sentencepiece.NormalizerOptions;
import org.wordloom.tokenizer.sentencepiece.TextPreparation;

/** Gathers the settings of a normaliser or denormaliser in a {@code .model}, starting from SentencePiece's defaults. */
final class NormalizerReader {
    private final String file;
    private String mapName = "";
    private DoubleArrayCharacterMap map;
    private boolean dummyPrefix = true;
    private boolean removesWhitespace = true;
    private boolean escapesWhitespace = true;
    private final WireWriter others = new WireWriter();

    NormalizerReader(String file) {
        this.file = file;
    }

    void read(WireReader in) {
        while (in.next()) {
            switch (in.field()) {
                case SentencePieceFields.NORMALIZER_NAME -> mapName = in.string("the normaliser's name");
                case SentencePieceFields.NORMALIZER_CHARACTER_MAP -> map = map(in.array("precompiled_charsmap"));
                case SentencePieceFields.NORMALIZER_DUMMY_PREFIX -> dummyPrefix = in.flag("add_dummy_prefix");
                case SentencePieceFields.NORMALIZER_REMOVE_WHITESPACE ->
                    removesWhitespace = in.flag("remove_extra_whitespaces");
                case SentencePieceFields.NORMALIZER_ESCAPE_WHITESPACE ->
                    escapesWhitespace = in.flag("escape_whitespaces");
                default -> in.copyTo(others);
            }
        }
    }

    /** What is done to text. */
    TextPreparation preparation(boolean whitespaceAsSuffix) {
        return new TextPreparation(
                mapName,
                map,
                new NormalizerOptions(dummyPrefix, removesWhitespace, escapesWhitespace, whitespaceAsSuffix));
    }

    /** The fields that are not known here, as they were. */
    byte[] otherFields() {
        return others.toBytes();
    }

    private DoubleArrayCharacterMap map(byte[] bytes) {
        return bytes.length == 0 ? null : DoubleArrayCharacterMap.of(bytes, "precompiled_charsmap of " + file);
    }
}
