package org.wordloom.cluster.checkpoint;

/** Which of the two matrices a block belongs to. */
public enum Side {
    /** Input rows, whose blocks stay where they are. */
    ROWS,
    /** Output rows, whose blocks rotate from one row block to the next. */
    COLUMNS;

    /** As messages and file names call it. */
    public String title() {
        return this == ROWS ? "rows" : "columns";
    }
}
