package org.wordloom.tokenizer;

import java.util.ArrayList;
import java.util.List;

/**
 * How encodings are made equally long.
 *
 * @param fixedLength to how many ids; 0 for the longest of a batch
 * @param multipleOf the length is rounded up to a multiple of this; 0 or 1 for no rounding
 * @param direction where padding is put
 * @param id of the padding token
 * @param piece the padding token
 * @param typeId the type of padding
 */
public record Padding(int fixedLength, int multipleOf, Direction direction, int id, String piece, int typeId) {
    /** The encodings, all of one length unless some are longer than a fixed one. */
    public List<Encoding> pad(List<Encoding> encodings) {
        int length = fixedLength;
        if (fixedLength == 0) {
            length = encodings.stream().mapToInt(Encoding::size).max().orElse(0);
        }
        if (multipleOf > 0 && length % multipleOf > 0) {
            length = Math.addExact(length, multipleOf - length % multipleOf);
        }
        List<Encoding> padded = new ArrayList<>(encodings.size());
        for (Encoding encoding : encodings) {
            padded.add(encoding.padded(length, this));
        }
        return padded;
    }
}
