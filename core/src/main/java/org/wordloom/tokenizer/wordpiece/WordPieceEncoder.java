package org.wordloom.tokenizer.wordpiece;

import java.util.Arrays;
import org.wordloom.tokenizer.PieceSink;
import org.wordloom.tokenizer.SubwordModel;
import org.wordloom.tokenizer.WordEncoder;

/** Longest match first, by a walk through a trie for each piece. */
final class WordPieceEncoder implements WordEncoder {
    private final PieceTrie first;
    private final PieceTrie continuing;
    private final int unknown;
    private final int maxCharacters;
    private int[] ids = new int[64];
    private int[] ends = new int[64];

    WordPieceEncoder(PieceTrie first, PieceTrie continuing, int unknown, WordPieceOptions options) {
        this.first = first;
        this.continuing = continuing;
        this.unknown = unknown;
        this.maxCharacters = options.maxCharactersPerWord();
    }

    @Override
    public void encode(char[] text, int from, int to, PieceSink sink) {
        int pieces = isTooLong(text, from, to) ? SubwordModel.UNKNOWN : match(text, from, to);
        if (pieces == SubwordModel.UNKNOWN) {
            sink.add(unknown, 0, to - from);
        }
        int start = 0;
        for (int i = 0; i < pieces; i++) {
            sink.add(ids[i], start, ends[i]);
            start = ends[i];
        }
    }

    private boolean isTooLong(char[] text, int from, int to) {
        // No more characters than chars, and at least half as many: a huge word need not be counted.
        return to - from > maxCharacters
                && ((to - from) / 2 > maxCharacters || Character.codePointCount(text, from, to - from) > maxCharacters);
    }

    /** How many pieces the word has, or {@link SubwordModel#UNKNOWN} when they do not cover it. */
    private int match(char[] text, int from, int to) {
        int count = 0;
        PieceTrie trie = first;
        for (int at = from; at < to; trie = continuing) {
            int end = at;
            int id = SubwordModel.UNKNOWN;
            int node = PieceTrie.ROOT;
            for (int i = at; i < to; i++) {
                node = trie.child(node, text[i]);
                if (node == PieceTrie.NOWHERE) {
                    break;
                }
                if (trie.id(node) != SubwordModel.UNKNOWN) {
                    id = trie.id(node);
                    end = i + 1;
                }
            }
            if (id == SubwordModel.UNKNOWN) {
                return SubwordModel.UNKNOWN;
            }
            add(count++, id, end - from);
            at = end;
        }
        return count;
    }

    private void add(int at, int id, int end) {
        if (at == ids.length) {
            ids = Arrays.copyOf(ids, 2 * at);
            ends = Arrays.copyOf(ends, 2 * at);
        }
        ids[at] = id;
        ends[at] = end;
    }
}
