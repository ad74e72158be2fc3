package org.wordloom.train;

/** How a prediction is scored. */
public enum ObjectiveChoice {
    NEGATIVE_SAMPLING,
    HIERARCHICAL_SOFTMAX
}
