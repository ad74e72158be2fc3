package org.wordloom.tokenizer.sentencepiece;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of a character map, made of ICU's data: for each character or sequence that NFKC changes, what it becomes.
 * Applied from left to right, the longest first, they do what NFKC does to text, but for sequences of marks out of
 * order. The names are SentencePiece's, and so is what the rules do; which characters exist goes by ICU.
 */
final class CharacterRules {
    private static final int LAST_CODE_POINT = Character.MAX_CODE_POINT;
    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
    private static final Normalizer2 NFKD = Normalizer2.getNFKDInstance();
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    /** Marks of direction, joiners, separators and other space that is no U+0020, as machine translation has it. */
    private static final int[] SPACES = {
        0x09, 0x0A, 0x0C, 0x0D, 0x1680, 0x200B, 0x200C, 0x200E, 0x200F, 0x2028, 0x2029, 0x2581, 0xFEFF, 0xFFFD
    };

    private static final int FULLWIDTH_TILDE = 0xFF5E;

    private final Map<String, String> rules = new HashMap<>();

    private CharacterRules() {}

    /** NFKC. */
    static Map<String, String> nfkc() {
        CharacterRules rules = new CharacterRules();
        rules.addNfkc();
        return rules.withoutRedundant();
    }

    /** NFKC; other space becomes U+0020, control characters vanish, and the full-width tilde stays. */
    static Map<String, String> nmtNfkc() {
        CharacterRules rules = new CharacterRules();
        rules.addNfkc();
        rules.addSpacesAndControls();
        return rules.withoutRedundant();
    }

    /** Rules with all results in lower case (simple case folding). */
    static Map<String, String> folded(Map<String, String> unfolded) {
        CharacterRules rules = new CharacterRules();
        unfolded.forEach((from, to) -> rules.rules.put(from, fold(to)));
        for (int c = 1; c <= LAST_CODE_POINT; c++) {
            int folded = UCharacter.foldCase(c, true);
            if (folded != c && isCharacter(c)) {
                rules.rules.putIfAbsent(Character.toString(c), Character.toString(folded));
            }
        }
        return rules.withoutRedundant();
    }

    private static String fold(String text) {
        StringBuilder folded = new StringBuilder();
        text.codePoints().forEach(c -> folded.appendCodePoint(UCharacter.foldCase(c, true)));
        return folded.toString();
    }

    private void addNfkc() {
        Map<Integer, List<String>> originals = new HashMap<>();
        Set<String> decomposed = new HashSet<>();
        for (int c = 1; c <= LAST_CODE_POINT; c++) {
            if (isCharacter(c)) {
                addCharacter(c, originals, decomposed);
            }
        }
        for (String sequence : decomposed) {
            String composed = NFC.normalize(sequence);
            if (!composed.equals(sequence)) {
                addSpellings(sequence.codePoints().toArray(), 0, "", composed, originals);
            }
        }
    }

    /** @param originals from a character to the others that decompose to it alone */
    private void addCharacter(int c, Map<Integer, List<String>> originals, Set<String> decomposed) {
        if (NFKD.getDecomposition(c) == null) {
            return;
        }
        String character = Character.toString(c);
        String decomposition = NFKD.normalize(character);
        if (decomposition.codePointCount(0, decomposition.length()) == 1) {
            originals
                    .computeIfAbsent(decomposition.codePointAt(0), key -> new ArrayList<>())
                    .add(character);
        } else {
            decomposed.add(decomposition);
        }
        String composed = NFKC.normalize(character);
        if (!composed.equals(character)) {
            rules.put(character, composed);
        }
    }

    /** All sequences of single characters that decompose to the same: each may be written in several ways. */
    private void addSpellings(
            int[] sequence, int at, String spelling, String composed, Map<Integer, List<String>> originals) {
        if (at == sequence.length) {
            if (!spelling.equals(composed)) {
                rules.put(spelling, composed);
            }
            return;
        }
        addSpellings(sequence, at + 1, spelling + Character.toString(sequence[at]), composed, originals);
        for (String original : originals.getOrDefault(sequence[at], List.of())) {
            addSpellings(sequence, at + 1, spelling + original, composed, originals);
        }
    }

    private void addSpacesAndControls() {
        for (int c = 1; c < 0x20; c++) {
            rules.put(Character.toString(c), "");
        }
        for (int c : new int[] {0x7F, 0x8F, 0x9F}) {
            rules.put(Character.toString(c), "");
        }
        for (int c : SPACES) {
            rules.put(Character.toString(c), " ");
        }
        rules.remove(Character.toString(FULLWIDTH_TILDE));
    }

    /** Leaves out the rules for sequences that shorter rules, applied one after the other, come to the same by. */
    private Map<String, String> withoutRedundant() {
        List<List<String>> byLength = new ArrayList<>();
        for (String key : rules.keySet()) {
            int length = key.codePointCount(0, key.length());
            while (byLength.size() <= length) {
                byLength.add(new ArrayList<>());
            }
            byLength.get(length).add(key);
        }
        Map<String, String> kept = new HashMap<>();
        for (int length = 1; length < byLength.size(); length++) {
            Map<String, String> shorter = kept;
            List<String> needed = byLength.get(length).stream()
                    .filter(key -> !rules.get(key).equals(apply(shorter, key)))
                    .toList();
            needed.forEach(key -> shorter.put(key, rules.get(key)));
        }
        return kept;
    }

    private static String apply(Map<String, String> rules, String text) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int end = text.length();
            while (end > i && !rules.containsKey(text.substring(i, end))) {
                end = text.offsetByCodePoints(end, -1);
            }
            if (end > i) {
                result.append(rules.get(text.substring(i, end)));
                i = end;
            } else {
                int c = text.codePointAt(i);
                result.appendCodePoint(c);
                i += Character.charCount(c);
            }
        }
        return result.toString();
    }

    /** Surrogates and the code points that are reserved not to be characters are none. */
    private static boolean isCharacter(int c) {
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean reserved = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
        return !surrogate && !reserved;
    }

    /** Rules as keys and values in unsigned order of UTF-8. */
    static byte[][] sortedKeys(Map<String, String> rules) {
        byte[][] keys = rules.keySet().stream()
                .map(key -> key.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        Arrays.sort(keys, Arrays::compareUnsigned);
        return keys;
    }
}
