package org.wordloom.cluster.input;

/** Receives a text range by range, and within a range line by line. */
public interface RangeSink {
    /** Range {@code number} of the file begins. */
    void beginRange(long number);

    /**
     * A line, or a piece of a line that is too long for the buffer or cut by the end of a range.
     *
     * @param utf8 holds the text in {@code [from, to)}, without the line end; only valid during the call
     * @param lineEnd whether the line ends here; else its rest follows, in this range or the next
     */
    void text(byte[] utf8, int from, int to, boolean lineEnd);

    /**
     * A record's text. Unless someone wants it as it is, it becomes lines and the end of a document.
     *
     * @param utf8 only valid during the call
     */
    default void document(byte[] utf8) {
        DocumentLines.handOn(utf8, this);
    }

    /** A record without a text: null, or without the field. */
    default void missingDocument() {
        // for those who do not count records
    }

    /** A document ends with the line before. Only formats that hold documents say so: plain text does not. */
    default void endDocument() {
        // for those who do not care
    }

    /**
     * The range that was begun last ends.
     *
     * @param bytes of the range in the uncompressed file, line ends included
     */
    void endRange(long bytes);
}
