package org.wordloom.tokenizer.merging;

/** Which pair is merged next. */
public interface PairChoice {
    /** The next pair to merge, or {@link PairTable#ABSENT} when there is none left; takes it out. */
    int next();

    /** Called after the pair that {@link #next} gave was merged. */
    void merged();
}
