package org.wordloom.tokenizer.postprocessor;

import java.util.ArrayList;
import java.util.List;
import org.wordloom.tokenizer.Encoding;

/** Types of texts by their place. */
final class Types {
    private Types() {}

    /** The first encoding with type 0, the second with type 1. */
    static List<Encoding> byPlace(List<Encoding> encodings) {
        List<Encoding> typed = new ArrayList<>();
        for (Encoding encoding : encodings) {
            typed.add(encoding.withTypeId(typed.size()));
        }
        return typed;
    }
}
