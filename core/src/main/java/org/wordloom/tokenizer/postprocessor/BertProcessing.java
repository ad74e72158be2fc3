package org.wordloom.tokenizer.postprocessor;

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
        List<Encoding> typed = Types.byPlace(encodings);
        if (!addSpecialTokens) {
            return typed;
        }
        Encoding first = typed.get(0)
                .mapParts(part -> Encoding.concatenate(List.of(classifier.encoding(0), part, separator.encoding(0))));
        if (typed.size() == 1) {
            return List.of(first);
        }
        Encoding second = typed.get(1).mapParts(part -> Encoding.concatenate(List.of(part, separator.encoding(1))));
        return List.of(first, second);
    }
}
