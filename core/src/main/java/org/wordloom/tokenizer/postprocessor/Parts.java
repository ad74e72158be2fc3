package org.wordloom.tokenizer.postprocessor;

import java.util.List;
import java.util.function.UnaryOperator;
import org.wordloom.tokenizer.Encoding;

/** Changes an encoding and what overflows from it alike. */
final class Parts {
    private Parts() {}

    static Encoding map(Encoding encoding, UnaryOperator<Encoding> change) {
        List<Encoding> overflowing = encoding.overflowing().stream().map(change).toList();
        return change.apply(encoding.withOverflowing(List.of())).withOverflowing(overflowing);
    }
}
