package org.wordloom.tokenizer.postprocessor;

import java.util.List;
import org.wordloom.tokenizer.Encoding;
import org.wordloom.tokenizer.PostProcessor;

/** Post-processors one after another. */
public record PostProcessorSequence(List<PostProcessor> processors) implements PostProcessor {
    public PostProcessorSequence {
        processors = List.copyOf(processors);
    }

    @Override
    public int addedTokens(boolean pair) {
        long added = processors.stream()
                .mapToLong(processor -> processor.addedTokens(pair))
                .sum();
        return (int) Math.min(Integer.MAX_VALUE, added);
    }

    @Override
    public List<Encoding> process(List<Encoding> encodings, boolean addSpecialTokens) {
        List<Encoding> result = encodings;
        for (PostProcessor processor : processors) {
            result = processor.process(result, addSpecialTokens);
        }
        return result;
    }
}
