package org.wordloom.tokenizer.sentencepiece;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.wordloom.tokenizer.trie.DoubleArrayBuilder;

/** The character maps that SentencePiece knows by name. */
public enum NamedCharacterMap {
    /** NFKC; other space becomes U+0020, control characters vanish. */
    NMT_NFKC,
    NFKC,
    /** {@link #NMT_NFKC} in lower case. */
    NMT_NFKC_CF,
    /** NFKC in lower case. */
    NFKC_CF,
    /** Text stays as it is. */
    IDENTITY;

    /** A megabyte, of the one or two that a program uses; immutable. */
    private volatile DoubleArrayCharacterMap map;

    /** The name in SentencePiece's files. */
    public String fileName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The map, which is made the first time, in about a second; null for {@link #IDENTITY}. */
    public DoubleArrayCharacterMap build() {
        DoubleArrayCharacterMap known = map;
        return known == null ? make() : known;
    }

    private synchronized DoubleArrayCharacterMap make() {
        if (map == null) {
            map = compile();
        }
        return map;
    }

    private DoubleArrayCharacterMap compile() {
        return switch (this) {
            case NMT_NFKC -> compile(CharacterRules.nmtNfkc());
            case NFKC -> compile(CharacterRules.nfkc());
            case NMT_NFKC_CF -> compile(CharacterRules.folded(CharacterRules.nmtNfkc()));
            case NFKC_CF -> compile(CharacterRules.folded(CharacterRules.nfkc()));
            case IDENTITY -> null;
        };
    }

    /** A map of any rules: from texts that are not empty, and hold no NUL, to texts without NUL. */
    static DoubleArrayCharacterMap compile(Map<String, String> rules) {
        ByteArrayOutputStream replacements = new ByteArrayOutputStream();
        Map<String, Integer> places = new HashMap<>();
        rules.values().stream().sorted().distinct().forEach(replacement -> {
            places.put(replacement, replacements.size());
            replacements.writeBytes(replacement.getBytes(StandardCharsets.UTF_8));
            replacements.write(0);
        });
        byte[][] keys = CharacterRules.sortedKeys(rules);
        int[] values = Arrays.stream(keys)
                .mapToInt(key -> places.get(rules.get(new String(key, StandardCharsets.UTF_8))))
                .toArray();
        return new DoubleArrayCharacterMap(DoubleArrayBuilder.buildShared(keys, values), replacements.toByteArray());
    }
}
