package org.wordloom.jobs.report;

/**
 * A figure at the head of the report.
 *
 * @param label what it is
 * @param value how it reads
 */
record Fact(String label, String value) {
    static Fact of(String label, String value) {
        return new Fact(label, value);
    }
}
