package org.wordloom.jobs.setting;

import java.util.List;
import java.util.Optional;
import org.wordloom.base.ExitCode;
import org.wordloom.base.Problems;
import org.wordloom.base.WordloomException;
import org.wordloom.format.tokenizer.PieceTokenization;
import org.wordloom.jobs.model.TokenizerCopy;
import org.wordloom.jobs.model.TokenizerFiles;

/** Whether words are looked up as the pieces of a tokenizer. */
public final class LookUpSettings implements SettingGroup {
    private final List<Setting<?>> settings;
    private String tokenizer = "";
    private boolean pieces;

    public LookUpSettings() {
        settings = List.of(
                Setting.path(
                        "tokenizer",
                        "FILE",
                        "where the vectors are of pieces: their tokenizer; unless said, the one in the folder of the model",
                        () -> tokenizer,
                        value -> tokenizer = value),
                Setting.flag(
                        "pieces",
                        "look pieces up as they are spelt, no whole words: king is then not ▁king, Ġking or king</w>",
                        () -> pieces,
                        value -> pieces = value));
    }

    /**
     * The tokenizer whose pieces stand for words; empty where words are looked up as they are written.
     *
     * @param model the folder or file of the vectors
     * @throws WordloomException USAGE when the folder holds another tokenizer than the one that was named
     */
    public Optional<PieceTokenization> tokenizer(String model) {
        return pieces ? Optional.empty() : known(model);
    }

    /** The tokenizer of the vectors, however words are looked up. */
    public Optional<PieceTokenization> known(String model) {
        Optional<PieceTokenization> beside = TokenizerCopy.read(model);
        if (tokenizer.isEmpty()) {
            return beside;
        }
        PieceTokenization named = PieceTokenization.of(TokenizerFiles.portable(tokenizer));
        if (beside.isPresent() && !beside.get().equals(named)) {
            throw new WordloomException(
                    ExitCode.USAGE,
                    "the vectors in " + model + " are of the tokenizer there, and --tokenizer " + tokenizer
                            + " is another one: leave it out");
        }
        return Optional.of(named);
    }

    @Override
    public String title() {
        return "Look-up";
    }

    @Override
    public List<Setting<?>> settings() {
        return settings;
    }

    @Override
    public void validate(Problems problems) {
        problems.require(
                !pieces || tokenizer.isEmpty(),
                "--pieces and --tokenizer contradict each other: as they are spelt, pieces need no tokenizer");
    }
}
