package org.wordloom.base;

/** Why a run ended, as the exit status of the process. The numbers are part of the command line's contract. */
public enum ExitCode {
    OK(0, "success"),
    INTERNAL(1, "an unexpected failure: a bug in Wordloom or in a library"),
    USAGE(2, "unknown, missing or contradictory options"),
    INPUT(3, "input that is missing, unreadable, empty or corrupt"),
    OUTPUT(4, "an output that exists already or cannot be written"),
    FORMAT(5, "a model, vector, vocabulary, tokenizer or shard file that is damaged or of another format"),
    TRAINING(6, "training that diverged (NaN or infinity) or whose worker failed"),
    ENVIRONMENT(7, "a machine that lacks what was asked for: a kernel, a device, memory"),
    NOT_FOUND(8, "a word that the model does not contain"),
    INTERRUPTED(130, "interrupted by the user");

    private final int status;
    private final String meaning;

    ExitCode(int status, String meaning) {
        this.status = status;
        this.meaning = meaning;
    }

    public int status() {
        return status;
    }

    public String meaning() {
        return meaning;
    }
}
