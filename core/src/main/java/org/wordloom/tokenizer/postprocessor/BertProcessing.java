package org.wordloom.tokenizer.postprocessor;

import java.util.ArrayList;
import java.util.List;
import org.wordloom.tokenizer.Encoding;
import org.wordloom.tokenizer.PostProcessor;

/**
 * {@code [CLS] first [SEP]} or {@code [CLS] first [SEP] second [SEP]}, with the types 0 and 1.
 *
 * @param separator comes after each text
 * @param classifier comes first
 */
public record BertProcessing(SpecialToken separator, SpecialToken classifier) implements PostProcessor {
    @Override
    public int addedTokens(boolean pair) {
        return pair ? 3 : 2;
    }

    @Override
    public List<Encoding> process(List<Encoding> encodings, boolean addSpecialTokens) {
        if (!addSpecialTokens) {
            return encodings;
        }
        List<Encoding> result = new ArrayList<>();
        result.add(encodings
                .get(0)
                .mapParts(part -> Encoding.concatenate(List.of(classifier.encoding(0), part, separator.encoding(0)))));
        // Two, unless another post-processor made more of them.
        for (Encoding next : encodings.subList(1, encodings.size())) {
            result.add(next.mapParts(part -> Encoding.concatenate(List.of(part, separator.encoding(1)))));
        }
        return result;
    }
}
