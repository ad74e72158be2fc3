package org.wordloom.tokenizer.merging;

import java.util.Arrays;
import java.util.Locale;
import org.wordloom.tokenizer.merging.WordCharacters.Place;

/**
 * Which piece each character of a word begins as. Ids: special tokens, byte pieces, all kept characters by code point,
 * then their forms with prefix or suffix by code point and place, as far as they occur. (HuggingFace gives the forms ids
 * in the random order of a hash table.)
 */
final class CharacterPieces {
    private static final int BYTES = 256;

    private final AlphabetOptions options;
    private final TrainingPieces pieces;
    private final CodePointTable[] ids = new CodePointTable[Place.values().length];

    private CharacterPieces(AlphabetOptions options, TrainingPieces pieces) {
        this.options = options;
        this.pieces = pieces;
        Arrays.setAll(ids, place -> new CodePointTable());
    }

    /** Decides the alphabet and adds it to {@code pieces}, which are empty. */
    static CharacterPieces of(CharacterCounts counts, AlphabetOptions options, TrainingPieces pieces) {
        CharacterPieces alphabet = new CharacterPieces(options, pieces);
        options.specialTokens().forEach(token -> pieces.idOf(token, 0));
        for (int i = 0; options.byteFallback() && i < BYTES; i++) {
            pieces.idOf(bytePiece(i), 0);
        }
        int[] kept = kept(counts, options);
        for (int codePoint : kept) {
            pieces.idOf(Character.toString(codePoint), 1);
        }
        for (int codePoint : kept) {
            alphabet.addForms(codePoint, counts);
        }
        return alphabet;
    }

    /** The id of the character at this place, or {@link CodePointTable#NONE} when it was not kept. */
    int id(int codePoint, Place place) {
        return ids[place.ordinal()].get(codePoint);
    }

    /** The piece for a byte, such as {@code <0x0A>}. */
    static String bytePiece(int value) {
        return String.format(Locale.ROOT, "<0x%02X>", value);
    }

    private static int[] kept(CharacterCounts counts, AlphabetOptions options) {
        int[] forced = options.forced().codePoints().distinct().sorted().toArray();
        int[] others = Arrays.stream(counts.seen())
                .filter(codePoint -> Arrays.binarySearch(forced, codePoint) < 0)
                .boxed()
                .sorted((a, b) -> Long.compare(counts.total(b), counts.total(a))) // stable: equals stay by code point
                .mapToInt(Integer::intValue)
                .toArray();
        int room = options.limit() == 0 ? others.length : Math.max(0, options.limit() - forced.length);
        int[] kept = Arrays.copyOf(forced, forced.length + Math.min(room, others.length));
        System.arraycopy(others, 0, kept, forced.length, kept.length - forced.length);
        Arrays.sort(kept);
        return kept;
    }

    private void addForms(int codePoint, CharacterCounts counts) {
        for (Place place : Place.values()) {
            if (counts.count(codePoint, place) > 0) {
                String prefix = place.isFirst() ? "" : options.continuingPrefix();
                String suffix = place.isLast() ? options.endOfWordSuffix() : "";
                ids[place.ordinal()].set(codePoint, pieces.idOf(prefix + Character.toString(codePoint) + suffix, 1));
            }
        }
    }
}
