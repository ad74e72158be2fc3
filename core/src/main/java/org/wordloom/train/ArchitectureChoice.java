package org.wordloom.train;

/** What is predicted from what. */
public enum ArchitectureChoice {
    SKIPGRAM,
    CBOW
}
