package org.wordloom.tokenizer.pretokenizer;

import java.util.List;
import org.wordloom.tokenizer.PreTokenizedText;
import org.wordloom.tokenizer.PreTokenizer;

/** Pre-tokenizers one after another. */
public record PreTokenizerSequence(List<PreTokenizer> preTokenizers) implements PreTokenizer {
    public PreTokenizerSequence {
        preTokenizers = List.copyOf(preTokenizers);
    }

    @Override
    public void split(PreTokenizedText words) {
        for (int i = 0; i < preTokenizers.size(); i++) {
            words.text().enter(preTokenizers.get(i), i + 1);
            preTokenizers.get(i).split(words);
        }
    }
}
