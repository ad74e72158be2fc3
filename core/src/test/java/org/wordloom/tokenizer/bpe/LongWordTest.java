package org.wordloom.tokenizer.bpe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;
import org.wordloom.tokenizer.PieceTable;
import org.wordloom.tokenizer.WordEncoder;

/** Long words are stored tightly; their pieces and places are those of a plain list all the same. */
class LongWordTest {
    private static final String[] CHARACTERS = {"a", "b", "c", "é", "中", "😀", "ß", "x"};

    @Test
    void mergesAsALinkedListDoes() {
        TestRandom random = TestRandom.create();
        for (int round = 0; round < 150; round++) {
            BpeModel model = model(random);
            WordEncoder encoder = model.newEncoder();
            for (int i = 0; i < 6; i++) {
                agree(model, encoder, word(random, 1 + random.below(random.oneOf(60, 200, 1500))), i);
            }
        }
    }

    @Test
    void mergesHugeWordsAsALinkedListDoes() {
        TestRandom random = TestRandom.create();
        for (int round = 0; round < 3; round++) {
            BpeModel model = model(random);
            WordEncoder encoder = model.newEncoder();
            agree(model, encoder, word(random, 70_000 + random.below(30_000)), 0);
            agree(model, encoder, "a".repeat(70_000), 1);
            agree(model, encoder, "a".repeat(66_000) + word(random, 40_000), 2);
            agree(model, encoder, word(random, 100), 3);
        }
    }

    private static void agree(BpeModel model, WordEncoder encoder, String word, long text) {
        List<String> pieces = new ArrayList<>();
        encoder.startText(text);
        encoder.encode(word.toCharArray(), 0, word.length(), (id, from, to) -> pieces.add(id + " " + from + " " + to));
        assertThat(pieces).isEqualTo(new LinkedMerges(model, text).encode(model, word));
    }

    /** Of one alphabet mostly, so that merges are many; some characters unknown or in bytes. */
    private static String word(TestRandom random, int characters) {
        StringBuilder word = new StringBuilder();
        int known = random.oneOf(1, 2, 3, CHARACTERS.length);
        for (int i = 0; i < characters; i++) {
            word.append(CHARACTERS[random.below(random.below(200) == 0 ? CHARACTERS.length : known)]);
        }
        return word.toString();
    }

    /** Random merges in random order, among them such whose parts come later than what they make. */
    private static BpeModel model(TestRandom random) {
        List<String> pieces = new ArrayList<>(List.of("?", "a", "b", "c", "é", "中", "😀"));
        for (int value = 0; value < 256; value++) {
            pieces.add(String.format(Locale.ROOT, "<0x%02X>", value));
        }
        List<int[]> merges = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int left = 1 + random.below(pieces.size() - 1);
            int right = 1 + random.below(random.oneOf(6, pieces.size() - 1));
            left = random.below(2) == 0 ? 1 + random.below(6) : left;
            String product = pieces.get(left) + pieces.get(right);
            if (product.length() < 40 && !pieces.contains(product)) {
                pieces.add(product);
                merges.add(random.below(merges.size() + 1), new int[] {left, right});
            }
        }
        BpeOptions options = BpeOptions.defaults()
                .withUnknownToken(random.oneOf("?", ""))
                .withFuseUnknown(random.below(2) == 0)
                .withByteFallback(random.below(2) == 0)
                .withDropout(random.oneOf(0.0, 0.0, 0.2));
        return new BpeModel(
                PieceTable.of(pieces.toArray(String[]::new)),
                merges.stream().flatMapToInt(IntStream::of).toArray(),
                options);
    }
}
