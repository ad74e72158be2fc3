package org.wordloom.cluster.output;

/** Formats in which training writes vectors beside the model. */
public enum VectorFormat {
    /** word2vec text: a line a word. */
    WORD2VEC_TEXT("vectors.txt"),
    /** word2vec binary: little-endian floats after each word. */
    WORD2VEC_BINARY("vectors.bin");

    private final String fileName;

    VectorFormat(String fileName) {
        this.fileName = fileName;
    }

    /** The name of the file in an output folder. */
    public String fileName() {
        return fileName;
    }
}
