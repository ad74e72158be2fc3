package org.wordloom.tokenizer.merging;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.List;

/** The pieces of a vocabulary in the making: text and number of symbols by id, id by text. Only grows. */
public final class TrainingPieces {
    private final List<String> texts = new ArrayList<>();
    private final IntArrayList lengths = new IntArrayList();
    private final Object2IntOpenHashMap<String> ids = new Object2IntOpenHashMap<>();

    TrainingPieces() {
        ids.defaultReturnValue(CodePointTable.NONE);
    }

    public int size() {
        return texts.size();
    }

    public String text(int id) {
        return texts.get(id);
    }

    /** Of how many symbols of the alphabet the piece is made; 0 for a token that no text has. */
    public int length(int id) {
        return lengths.getInt(id);
    }

    /**
     * The id of the piece, which is added when it is new. A token that text has after all gets the length that it has
     * there.
     */
    int idOf(String text, int length) {
        int known = ids.getInt(text);
        if (known != CodePointTable.NONE) {
            lengths.set(known, Math.max(length, lengths.getInt(known)));
            return known;
        }
        texts.add(text);
        lengths.add(length);
        ids.put(text, texts.size() - 1);
        return texts.size() - 1;
    }

    /** The pieces' texts, by id. */
    public List<String> texts() {
        return List.copyOf(texts);
    }
}
