package org.wordloom.tokenizer.sentencepiece;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.wordloom.tokenizer.trie.DoubleArray;
import org.wordloom.tokenizer.trie.DoubleArrayBuilder;

/** Finds user-defined symbols in text, the longest at each place. */
final class SymbolFinder {
    private final DoubleArray trie;

    SymbolFinder(List<String> symbols) {
        byte[][] keys = symbols.stream()
                .map(symbol -> symbol.getBytes(StandardCharsets.UTF_8))
                .sorted(Arrays::compareUnsigned)
                .toArray(byte[][]::new);
        this.trie = DoubleArrayBuilder.build(keys, new int[keys.length]);
    }

    /** Whether a symbol begins with this byte. */
    boolean begins(int label) {
        return DoubleArray.isLabelled(trie.units()[trie.rootBase() ^ label], label);
    }

    /** The length of the longest symbol at a place, in bytes, or 0. */
    int length(byte[] utf8, int at, int to) {
        int[] units = trie.units();
        int base = trie.rootBase();
        int length = 0;
        for (int i = at; i < to; i++) {
            int label = utf8[i] & 0xFF;
            int place = base ^ label;
            if (!DoubleArray.isLabelled(units[place], label)) {
                break;
            }
            base = place ^ DoubleArray.offset(units[place]);
            if (DoubleArray.hasValue(units[place])) {
                length = i + 1 - at;
            }
        }
        return length;
    }
}
