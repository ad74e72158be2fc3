package org.wordloom.jobs.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** A page that grows from top to bottom. All text that is handed over is escaped; pictures are taken as they are. */
final class HtmlPage {
    private static final int LONGEST_WORD = 40;

    private final StringBuilder body = new StringBuilder();
    private final String title;

    HtmlPage(String title) {
        this.title = title;
        body.append("<h1>").append(escape(title)).append("</h1>\n");
    }

    void lead(String text) {
        body.append("<p class=\"lead\">").append(escape(text)).append("</p>\n");
    }

    void facts(Fact... facts) {
        body.append("<dl class=\"facts\">\n");
        for (Fact fact : facts) {
            body.append("<div><dt>").append(escape(fact.label())).append("</dt><dd>");
            body.append(escape(fact.value())).append("</dd></div>\n");
        }
        body.append("</dl>\n");
    }

    void section(String heading) {
        body.append("<h2>").append(escape(heading)).append("</h2>\n");
    }

    void caption(String text) {
        body.append("<p class=\"caption\">").append(escape(text)).append("</p>\n");
    }

    /**
     * A section of pictures, side by side where there is room. An empty one is left out, and so is the section where all
     * are: a run may be too short for a curve, and a vocabulary too small for a map.
     */
    void pictures(String heading, String caption, String... svgs) {
        List<String> shown = Stream.of(svgs).filter(svg -> !svg.isEmpty()).toList();
        if (shown.isEmpty()) {
            return;
        }
        section(heading);
        if (!caption.isEmpty()) {
            caption(caption);
        }
        body.append("<div class=\"columns\">\n");
        shown.forEach(svg -> body.append("<figure>").append(svg).append("</figure>\n"));
        body.append("</div>\n");
    }

    /** Rows of cells; the first cell of a row is its heading. */
    void table(List<String[]> rows) {
        body.append("<div class=\"wide\"><table>\n");
        for (String[] row : rows) {
            body.append("<tr><th scope=\"row\">").append(escape(row[0])).append("</th>");
            for (int cell = 1; cell < row.length; cell++) {
                body.append("<td>").append(escape(row[cell])).append("</td>");
            }
            body.append("</tr>\n");
        }
        body.append("</table></div>\n");
    }

    void footer(String text) {
        body.append("<footer>").append(escape(text)).append("</footer>\n");
    }

    String html() {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n<title>" + escape(title) + "</title>\n<style>\n"
                + style() + "</style>\n</head>\n<body>\n<main>\n" + body + "</main>\n</body>\n</html>\n";
    }

    /** A word as a table or a map has room for it: texts hold addresses, and lines without a blank. */
    static String shortened(String word) {
        return word.codePointCount(0, word.length()) <= LONGEST_WORD
                ? word
                : word.substring(0, word.offsetByCodePoints(0, LONGEST_WORD - 1)) + "…";
    }

    /** Words come from any text: none of them may become markup. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String style() {
        try (InputStream in = HtmlPage.class.getResourceAsStream("report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
