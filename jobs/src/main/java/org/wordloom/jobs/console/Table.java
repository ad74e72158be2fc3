package org.wordloom.jobs.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows of text under headings, for a fixed-width font: the first column to the left, the others to the right. */
public final class Table {
    private static final String GAP = "  ";

    private final List<String[]> rows = new ArrayList<>();

    public Table(String... headings) {
        rows.add(headings);
    }

    public Table row(String... cells) {
        if (cells.length != rows.get(0).length) {
            throw new IllegalArgumentException(cells.length + " cells under " + rows.get(0).length + " headings");
        }
        rows.add(cells);
        return this;
    }

    /** The lines, without a line end after the last. */
    public String text() {
        int[] widths = widths();
        List<String> lines = new ArrayList<>();
        for (String[] row : rows) {
            lines.add(line(row, widths));
        }
        return String.join("\n", lines);
    }

    /** A number with so many decimals; "-" for not-a-number. */
    public static String number(double value, int decimals) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    private int[] widths() {
        int[] widths = new int[rows.get(0).length];
        for (String[] row : rows) {
            for (int column = 0; column < row.length; column++) {
                widths[column] = Math.max(widths[column], length(row[column]));
            }
        }
        return widths;
    }

    private static String line(String[] row, int[] widths) {
        StringBuilder line = new StringBuilder(row[0]).append(" ".repeat(widths[0] - length(row[0])));
        for (int column = 1; column < row.length; column++) {
            line.append(GAP)
                    .append(" ".repeat(widths[column] - length(row[column])))
                    .append(row[column]);
        }
        return line.toString().stripTrailing();
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
