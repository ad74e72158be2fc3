package org.wordloom.jobs.report;

import org.wordloom.jobs.console.Table;

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

    /** A number with so many decimals, or a dash where it could not be measured. */
    static Fact of(String label, double value, int decimals) {
        return new Fact(label, Table.number(value, decimals));
    }
}
