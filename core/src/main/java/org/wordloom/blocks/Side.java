package org.wordloom.blocks;

/** Which of a model's two matrices a block belongs to. */
public enum Side {
    /**
     * Input rows, which predict; GloVe's word vectors, the rows of its counts. By strata their blocks stay where they are.
     */
    INPUT(0, "rows"),
    /**
     * Output rows, which are predicted; GloVe's context vectors, the columns of its counts. By strata their blocks go from
     * one block of input rows to the next.
     */
    OUTPUT(1, "columns");

    private final int code;
    private final String fileName;

    Side(int code, String fileName) {
        this.code = code;
        this.fileName = fileName;
    }

    /** Written to files and part of the keys of random numbers: never to be changed. */
    public int code() {
        return code;
    }

    /** @throws IllegalArgumentException when no side has the code */
    public static Side ofCode(int code) {
        for (Side side : values()) {
            if (side.code == code) {
                return side;
            }
        }
        throw new IllegalArgumentException("no side has the code " + code);
    }

    /** As names of files call it. */
    public String fileName() {
        return fileName;
    }
}
