package org.wordloom.tokenizer.postprocessor;

import java.util.ArrayList;
import java.util.List;
import org.wordloom.tokenizer.Encoding;
import org.wordloom.tokenizer.PostProcessor;

/**
 * {@code <s> first </s>} or {@code <s> first </s> </s> second </s>}, all of type 0.
 *
 * @param separator comes after each text, and before the second
 * @param classifier comes first
 * @param trimOffsets whether offsets leave out the white space at the ends of pieces
 * @param addPrefixSpace whether the pre-tokeniser puts a space before text, which is not in the offsets then
 */
public record RobertaProcessing(
        SpecialToken separator, SpecialToken classifier, boolean trimOffsets, boolean addPrefixSpace)
        implements PostProcessor {
    @Override
    public int addedTokens(boolean pair) {
        return pair ? 4 : 2;
    }

    @Override
    public List<Encoding> process(List<Encoding> encodings, boolean addSpecialTokens) {
        List<Encoding> result = new ArrayList<>();
        for (Encoding encoding : encodings) {
            Encoding trimmed =
                    trimOffsets ? encoding.mapParts(part -> OffsetTrimming.trim(part, addPrefixSpace)) : encoding;
            SpecialToken before = result.isEmpty() ? classifier : separator;
            result.add(addSpecialTokens ? surrounded(trimmed, before) : trimmed.withTypeId(0));
        }
        return result;
    }

    private Encoding surrounded(Encoding encoding, SpecialToken before) {
        return encoding.mapParts(
                part -> Encoding.concatenate(List.of(before.encoding(0), part.withTypeId(0), separator.encoding(0))));
    }
}
