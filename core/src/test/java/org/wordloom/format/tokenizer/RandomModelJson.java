package org.wordloom.format.tokenizer;

import static org.wordloom.format.tokenizer.RandomTokenizerJson.object;
import static org.wordloom.format.tokenizer.RandomTokenizerJson.quoted;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.wordloom.TestRandom;

/** Models that nobody would train, with pieces of few letters and with every option. */
final class RandomModelJson {
    /** Letters of models, so few that pieces overlap and tie. */
    private static final String[] LETTERS = {
        "a", "b", "e", "n", "t", " ", "▁", "é", "e", "\u0301", "Ġ", "中", "文", "😀", "İ", "i", "\u0307", ".", "1", "ĺ",
        "L"
    };

    private final TestRandom random;

    RandomModelJson(TestRandom random) {
        this.random = random;
    }

    /** The model of a file. */
    String next() {
        return switch (random.below(4)) {
            case 0 -> wordPiece();
            case 1 -> unigram();
            case 2 -> wordLevel();
            default -> bpe();
        };
    }

    private String bpe() {
        String prefix = random.oneOf("", "", "##", "▁");
        String suffix = random.oneOf("", "", "</w>");
        boolean bytes = random.below(3) == 0;
        Set<String> vocabulary = new LinkedHashSet<>(List.of("<unk>"));
        for (String letter : LETTERS) {
            for (String form : List.of(letter, prefix + letter, letter + suffix, prefix + letter + suffix)) {
                if (random.below(5) > 0) {
                    vocabulary.add(form);
                }
            }
        }
        List<String> merges = merges(vocabulary, prefix, suffix);
        if (bytes) {
            addBytes(vocabulary);
        }
        return object(
                "BPE",
                "dropout",
                random.oneOf("null", "null", "0.0", "1.0"),
                "unk_token",
                bytes || random.below(4) > 0 ? "\"<unk>\"" : "null",
                "continuing_subword_prefix",
                prefix.isEmpty() ? random.oneOf("null", "\"\"") : quoted(prefix),
                "end_of_word_suffix",
                suffix.isEmpty() ? random.oneOf("null", "\"\"") : quoted(suffix),
                "fuse_unk",
                flag(),
                "byte_fallback",
                Boolean.toString(bytes),
                "ignore_merges",
                flag(),
                "vocab",
                ids(vocabulary),
                "merges",
                merges.toString());
    }

    /** Merges whose products are new or old pieces; no two are of the same pair. */
    private List<String> merges(Set<String> vocabulary, String prefix, String suffix) {
        Set<String> merges = new LinkedHashSet<>();
        List<String> pieces = new ArrayList<>(vocabulary);
        for (int i = random.below(60); i > 0; i--) {
            String left = pieces.get(1 + random.below(pieces.size() - 1));
            String right = pieces.get(1 + random.below(pieces.size() - 1));
            boolean goesOn = suffix.isEmpty() || !left.endsWith(suffix);
            if (goesOn && right.startsWith(prefix) && right.length() > prefix.length()) {
                merges.add("[" + quoted(left) + "," + quoted(right) + "]");
                String product = left + right.substring(prefix.length());
                if (vocabulary.add(product)) {
                    pieces.add(product);
                }
            }
        }
        return new ArrayList<>(merges);
    }

    private String wordPiece() {
        String prefix = random.oneOf("##", "##", "", "▁");
        Set<String> vocabulary = new LinkedHashSet<>(List.of("[UNK]"));
        for (int i = 60; i > 0; i--) {
            vocabulary.add(random.below(2) == 0 ? word(3) : prefix + word(2));
        }
        return object(
                "WordPiece",
                "unk_token",
                "\"[UNK]\"",
                "continuing_subword_prefix",
                quoted(prefix),
                "max_input_chars_per_word",
                random.oneOf("100", "100", "4", "1", "0"),
                "vocab",
                ids(vocabulary));
    }

    private String wordLevel() {
        Set<String> vocabulary = new LinkedHashSet<>(List.of("<unk>"));
        for (int i = 60; i > 0; i--) {
            vocabulary.add(word(3));
        }
        return object("WordLevel", "unk_token", "\"<unk>\"", "vocab", ids(vocabulary));
    }

    private String unigram() {
        Set<String> vocabulary = new LinkedHashSet<>();
        for (int i = 40; i > 0; i--) {
            vocabulary.add(word(4));
        }
        boolean bytes = random.below(3) == 0;
        int unknown = random.below(vocabulary.size());
        if (bytes) {
            addBytes(vocabulary);
        }
        List<String> scored = new ArrayList<>();
        vocabulary.forEach(piece -> scored.add("[" + quoted(piece) + ","
                + random.oneOf("-1.0", "-2.0", "-3.0", "-1.5", "0.0", "-0.1", "-10.25", "-3.3000000000000003") + "]"));
        return object(
                "Unigram",
                "unk_id",
                Integer.toString(unknown),
                "vocab",
                scored.toString(),
                "byte_fallback",
                Boolean.toString(bytes));
    }

    private static void addBytes(Set<String> vocabulary) {
        for (int value = 0; value < 256; value++) {
            vocabulary.add(String.format(Locale.ROOT, "<0x%02X>", value));
        }
    }

    private String word(int longest) {
        StringBuilder word = new StringBuilder();
        for (int i = 1 + random.below(longest); i > 0; i--) {
            word.append(random.oneOf(LETTERS));
        }
        return word.toString();
    }

    private static String ids(Set<String> vocabulary) {
        List<String> entries = new ArrayList<>();
        vocabulary.forEach(piece -> entries.add(quoted(piece) + ":" + entries.size()));
        return "{" + String.join(",", entries) + "}";
    }

    private String flag() {
        return random.oneOf("true", "false");
    }
}
