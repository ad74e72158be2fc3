package org.wordloom.cluster.tokenizer;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.wordloom.base.Problems;
import org.wordloom.format.tokenizer.EncodingColumn;

/**
 * Which column of a data set is encoded, and into which others. Immutable; one source of the defaults.
 *
 * @param input the column of texts
 * @param ids the column to add for ids, {@code array<int>}; empty for none
 * @param pieces the column to add for pieces, {@code array<string>}; empty for none
 * @param offsets the column to add for offsets, {@code array<struct<begin:int,end:int>>} in chars (UTF-16 units); empty
 *     for none
 * @param specialTokens whether the special tokens that the tokenizer puts around a text are added
 */
public record EncodingColumnNames(String input, String ids, String pieces, String offsets, boolean specialTokens)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Ids alone, in a column of that name. */
    public static EncodingColumnNames of(String input) {
        return new EncodingColumnNames(input, EncodingColumn.IDS.title(), "", "", false);
    }

    /** The name for a column; empty for none. */
    String of(EncodingColumn column) {
        return switch (column) {
            case IDS -> ids;
            case PIECES -> pieces;
            case OFFSETS -> offsets;
        };
    }

    /** What is added, in the order in which it is. */
    List<EncodingColumn> added() {
        return List.of(EncodingColumn.values()).stream()
                .filter(column -> !of(column).isEmpty())
                .toList();
    }

    /** Adds what contradicts itself. */
    public void validate(Problems problems) {
        problems.require(!input.isEmpty(), "no input column: name the one that holds the texts");
        problems.require(!added().isEmpty(), "no output column: name one for ids, pieces or offsets");
        List<String> seen = new ArrayList<>(List.of(input));
        for (EncodingColumn column : added()) {
            problems.require(!seen.contains(of(column)), "the column '%s' is named twice", of(column));
            seen.add(of(column));
        }
    }
}
