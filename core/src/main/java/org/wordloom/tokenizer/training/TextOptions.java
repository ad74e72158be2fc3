package org.wordloom.tokenizer.training;

import java.util.ArrayList;
import java.util.List;
import org.wordloom.base.Problems;
import org.wordloom.text.Tokenization;
import org.wordloom.text.WordTokenizer;
import org.wordloom.tokenizer.Normalizer;
import org.wordloom.tokenizer.PreTokenizer;
import org.wordloom.tokenizer.SegmentedWords;
import org.wordloom.tokenizer.Tokenizer;
import org.wordloom.tokenizer.normalizer.Lowercase;
import org.wordloom.tokenizer.normalizer.NormalizerSequence;
import org.wordloom.tokenizer.normalizer.StripAccents;
import org.wordloom.tokenizer.normalizer.UnicodeNormalizer;

/**
 * What a tokenizer does to text before its model sees it, and the one source of its defaults.
 *
 * @param normalization what is done first
 * @param lowercase whether text is then lower-cased
 * @param stripAccents whether accents are then left out
 * @param splitting how text becomes words
 * @param longestWord longer words, in chars, are cut where words are counted: 2 or more
 */
public record TextOptions(
        TextNormalization normalization,
        boolean lowercase,
        boolean stripAccents,
        WordSplitting splitting,
        int longestWord)
        implements Tokenization {
    private static final long serialVersionUID = 1L;

    /** Longer words are rare where words have spaces between them, and sentences where they have not. */
    public static final int LONGEST_WORD = 100;

    /** The normaliser, or null for none. */
    public Normalizer normalizer() {
        List<Normalizer> steps = new ArrayList<>();
        Normalizer first = normalization.normalizer();
        if (first != null) {
            steps.add(first);
        }
        if (stripAccents) {
            steps.add(UnicodeNormalizer.NFD);
            steps.add(new StripAccents());
        }
        if (lowercase) {
            steps.add(new Lowercase());
        }
        if (steps.size() > 1) {
            return new NormalizerSequence(steps);
        }
        return steps.isEmpty() ? null : steps.get(0);
    }

    public PreTokenizer preTokenizer() {
        return splitting.preTokenizer();
    }

    @Override
    public WordTokenizer newTokenizer() {
        return new SegmentedWords(Tokenizer.segmenter(normalizer(), preTokenizer()), longestWord);
    }

    @Override
    public void validate(Problems problems) {
        problems.require(
                normalization != TextNormalization.BERT || !splitting.usesDictionary(),
                "--normalize bert puts spaces around Chinese characters, which leaves no words for the dictionaries that"
                        + " --split asks for; say --normalize nfkc, or another");
        problems.require(longestWord >= 2, "--longest-word is %d, expected at least 2", longestWord);
    }
}
