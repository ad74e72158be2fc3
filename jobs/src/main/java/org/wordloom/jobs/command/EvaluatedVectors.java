package org.wordloom.jobs.command;

import java.util.Optional;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.eval.WholeWordVectors;
import org.wordloom.format.tokenizer.PieceTokenization;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.setting.LookUpSettings;
import org.wordloom.jobs.setting.ModelSettings;
import org.wordloom.model.WordVectors;
import org.wordloom.tokenizer.WholeWords;

/** The vectors that an evaluation is about: of pieces, those that are whole words. */
final class EvaluatedVectors {
    private EvaluatedVectors() {}

    /** Reads the vectors, and says so where pieces go by the words that they stand for. */
    static WordVectors read(ModelSettings model, LookUpSettings lookUp, Console console) {
        WordVectors vectors = model.read();
        Optional<PieceTokenization> tokenizer = lookUp.tokenizer(model.model());
        if (tokenizer.isEmpty()) {
            return vectors;
        }
        WholeWords wholeWords = tokenizer.get().newWholeWords();
        WordVectors words = WholeWordVectors.of(vectors, wholeWords);
        if (words.size() == 0) {
            throw new WordloomException(
                    ExitCode.INPUT,
                    "no piece of " + model.model() + " is a whole word to its tokenizer; is it the right one? --pieces"
                            + " evaluates pieces as they are spelt");
        }
        String word = words.vocabulary().word(0);
        console.note(
                "vectors of pieces: %,d of %,d are whole words and evaluated as such, %s as %s; --pieces takes all as"
                        + " they are spelt",
                words.size(), vectors.size(), wholeWords.piece(word).orElse(word), word);
        return words;
    }
}
