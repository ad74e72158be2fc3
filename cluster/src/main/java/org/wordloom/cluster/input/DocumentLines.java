package org.wordloom.cluster.input;

/** Hands a document on line by line. */
final class DocumentLines {
    private DocumentLines() {}

    static void handOn(byte[] document, RangeSink sink) {
        int start = 0;
        for (int end = TextCuts.lineEnd(document, 0, document.length);
                end >= 0;
                end = TextCuts.lineEnd(document, start, document.length)) {
            sink.text(document, start, end, true);
            start = end + 1;
        }
        if (start < document.length) {
            sink.text(document, start, document.length, true);
        }
        sink.endDocument();
    }
}
