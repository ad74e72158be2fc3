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
        return processors.stream()
                .mapToInt(processor -> processor.addedTokens(pair))
                .sum();
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
