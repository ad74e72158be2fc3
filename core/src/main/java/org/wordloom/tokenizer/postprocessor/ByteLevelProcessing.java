package org.wordloom.tokenizer.postprocessor;

import java.util.ArrayList;
import java.util.List;
import org.wordloom.tokenizer.Encoding;
import org.wordloom.tokenizer.PostProcessor;

/**
 * Takes the white space at the ends of byte-level pieces out of their offsets.
 *
 * @param addPrefixSpace whether the pre-tokeniser puts a space before text
 * @param trimOffsets whether to do so at all
 * @param useRegex what files carry along; it matters to the pre-tokeniser of this name only
 */
public record ByteLevelProcessing(boolean addPrefixSpace, boolean trimOffsets, boolean useRegex)
        implements PostProcessor {
    @Override
    public int addedTokens(boolean pair) {
        return 0;
    }

    @Override
    public List<Encoding> process(List<Encoding> encodings, boolean addSpecialTokens) {
        if (!trimOffsets) {
            return encodings;
        }
        List<Encoding> trimmed = new ArrayList<>();
        for (Encoding encoding : encodings) {
            trimmed.add(encoding.mapParts(part -> OffsetTrimming.trim(part, addPrefixSpace)));
        }
        return trimmed;
    }
}
