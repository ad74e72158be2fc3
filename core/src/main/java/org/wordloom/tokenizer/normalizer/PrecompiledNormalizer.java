package org.wordloom.tokenizer.normalizer;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.nio.charset.StandardCharsets;
import org.wordloom.tokenizer.AlignedText;
import org.wordloom.tokenizer.Normalizer;

/**
 * SentencePiece's character map as HuggingFace's library applies it: to each grapheme cluster of up to five bytes as a
 * whole, else to each of its characters, and always by the shortest key that begins there. That differs from
 * SentencePiece itself on a few sequences, and so do the alignments of what follows removed characters.
 *
 * @param map the character map
 */
public record PrecompiledNormalizer(CharacterMap map) implements Normalizer {
    private static final int LONGEST_CLUSTER_BYTES = 5;
    /** Text below this has no cluster of several characters but CR LF. */
    private static final int FIRST_COMBINING = 0x300;

    @Override
    public void normalize(AlignedText text) {
        Transformations transformations = new Transformations(map, text);
        String before = text.toString();
        if (text.firstFrom(FIRST_COMBINING, 0) == text.length() && before.indexOf('\r') < 0) {
            transformations.addCharacters(before, 0, before.length());
        } else {
            BreakIterator clusters = BreakIterator.getCharacterInstance(ULocale.ROOT);
            clusters.setText(before);
            int from = clusters.first();
            for (int to = clusters.next(); to != BreakIterator.DONE; to = clusters.next()) {
                transformations.addCluster(before, from, to);
                from = to;
            }
        }
        transformations.apply();
    }

    /** Code points and the change that each means. */
    private static final class Transformations {
        private final CharacterMap map;
        private final AlignedText text;
        private final IntArrayList codePoints = new IntArrayList();
        private final IntArrayList changes = new IntArrayList();
        private boolean modified;

        /** @param text what {@link #apply} will change */
        Transformations(CharacterMap map, AlignedText text) {
            this.map = map;
            this.text = text;
        }

        void addCluster(String text, int from, int to) {
            if (to - from <= LONGEST_CLUSTER_BYTES) {
                byte[] utf8 = text.substring(from, to).getBytes(StandardCharsets.UTF_8);
                if (utf8.length <= LONGEST_CLUSTER_BYTES && replace(utf8, text.codePointCount(from, to))) {
                    return;
                }
            }
            addCharacters(text, from, to);
        }

        void addCharacters(String text, int from, int to) {
            for (int i = from; i < to; ) {
                int codePoint = text.codePointAt(i);
                int length = Character.charCount(codePoint);
                if (!replace(text.substring(i, i + length).getBytes(StandardCharsets.UTF_8), 1)) {
                    codePoints.add(codePoint);
                    changes.add(0);
                }
                i += length;
            }
        }

        void apply() {
            if (!modified) {
                return;
            }
            text.beginEdit();
            for (int i = 0; i < codePoints.size(); i++) {
                text.transform(codePoints.getInt(i), changes.getInt(i));
            }
            text.endEdit();
        }

        /** Adds the replacement of {@code utf8}, which has {@code replaced} code points, if there is one. */
        private boolean replace(byte[] utf8, int replaced) {
            long match = map.shortest(utf8, 0, utf8.length);
            if (match == CharacterMap.NONE) {
                return false;
            }
            modified = true;
            int[] replacement = map.replacement(CharacterMap.replacementNumber(match))
                    .codePoints()
                    .toArray();
            for (int i = 0; i < replacement.length; i++) {
                codePoints.add(replacement[i]);
                changes.add(i < replaced ? 0 : 1);
            }
            text.requireLength(codePoints.size());
            if (replacement.length < replaced && !changes.isEmpty()) {
                int last = changes.size() - 1;
                changes.set(last, changes.getInt(last) + replacement.length - replaced);
            }
            return true;
        }
    }
}
