package org.wordloom.jobs.report;

import java.util.List;
import java.util.Locale;

/** A curve as an SVG picture with axes. */
final class LineChart {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 260;
    private static final int LEFT = 56;
    private static final int RIGHT = 12;
    private static final int TOP = 30;
    private static final int BOTTOM = 36;
    private static final int TICKS = 4;

    private final List<double[]> points;
    private final Scale x;
    private final Scale y;

    private LineChart(List<double[]> points) {
        this.points = points;
        x = Scale.over(points, 0, TICKS, LEFT, WIDTH - RIGHT);
        y = Scale.over(points, 1, TICKS, HEIGHT - BOTTOM, TOP);
    }

    /**
     * @param points pairs of x and y, in the order of x; those that could not be measured (NaN) are left out
     * @return an empty text where fewer than two points make no curve
     */
    static String svg(String title, List<double[]> points, String xLabel) {
        List<double[]> measured =
                points.stream().filter(point -> Double.isFinite(point[1])).toList();
        if (measured.size() < 2) {
            return "";
        }
        LineChart chart = new LineChart(measured);
        return String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\" class=\"chart\">%n"
                        + "<text class=\"title\" x=\"%d\" y=\"16\">%s</text>%n%s"
                        + "<text class=\"tick\" x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n%s</svg>%n",
                WIDTH,
                HEIGHT,
                HtmlPage.escape(title),
                LEFT,
                HtmlPage.escape(title),
                chart.grid(),
                WIDTH - RIGHT,
                HEIGHT - 4,
                HtmlPage.escape(xLabel),
                chart.curve());
    }

    private String grid() {
        StringBuilder grid = new StringBuilder();
        for (double tick : y.ticks()) {
            grid.append(String.format(
                    Locale.ROOT,
                    "<line class=\"grid\" x1=\"%1$d\" x2=\"%2$d\" y1=\"%3$.1f\" y2=\"%3$.1f\"/>",
                    LEFT,
                    WIDTH - RIGHT,
                    y.at(tick)));
            grid.append(String.format(
                    Locale.ROOT,
                    "<text class=\"tick\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n",
                    LEFT - 6,
                    y.at(tick) + 4,
                    y.label(tick)));
        }
        for (double tick : x.ticks()) {
            grid.append(String.format(
                    Locale.ROOT,
                    "<text class=\"tick\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
                    x.at(tick),
                    HEIGHT - BOTTOM + 16,
                    x.label(tick)));
        }
        return grid.toString();
    }

    private String curve() {
        StringBuilder curve = new StringBuilder("<polyline class=\"curve\" points=\"");
        for (double[] point : points) {
            curve.append(String.format(Locale.ROOT, "%.1f,%.1f ", x.at(point[0]), y.at(point[1])));
        }
        return curve.append("\"/>\n").toString();
    }
}
