package org.wordloom.jobs.report;

import java.util.ArrayList;
import java.util.List;

/** Places labels so that they do not cover each other: each as near as possible to where it belongs. */
final class Labels {
    /** Mean width of a letter as a share of the font's size, for usual sans-serif fonts. */
    private static final double LETTER_WIDTH = 0.6;

    private static final double ROUNDING = 1e-6;
    private static final double LINE_HEIGHT = 1.0;
    private static final int STEPS = 700;
    private static final double TURN = 0.5;
    private static final double GROWTH = 0.25;

    private final List<Box> taken = new ArrayList<>();
    private final double width;
    private final double height;

    Labels(double width, double height) {
        this.width = width;
        this.height = height;
    }

    private record Box(double left, double top, double right, double bottom) {
        boolean overlaps(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    /** How many letters of mean width are as wide as a word: ideographs and their like fill a square. */
    static int letters(String word) {
        double widths = word.codePoints()
                .mapToDouble(letter -> isSquare(letter) ? 1 : LETTER_WIDTH)
                .sum();
        return (int) Math.ceil(widths / LETTER_WIDTH - ROUNDING);
    }

    private static boolean isSquare(int letter) {
        return Character.isIdeographic(letter)
                || switch (Character.UnicodeScript.of(letter)) {
                    case HIRAGANA, KATAKANA, HANGUL -> true;
                    default -> false;
                };
    }

    /** The nearest free place to (x, y) along a spiral; the middle of the label's base line. */
    double[] place(double x, double y, int letters, double size) {
        for (int step = 0; step < STEPS; step++) {
            double angle = step * TURN;
            double radius = step * GROWTH;
            // Labels are wide: the spiral is flat.
            double[] at = {x + 1.6 * radius * Math.cos(angle), y + radius * Math.sin(angle)};
            Box box = box(at, letters, size);
            if (isFree(box)) {
                taken.add(box);
                return at;
            }
        }
        return new double[] {x, y};
    }

    private boolean isFree(Box box) {
        boolean inside = box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height;
        return inside && taken.stream().noneMatch(box::overlaps);
    }

    private static Box box(double[] at, int letters, double size) {
        double half = letters * size * LETTER_WIDTH / 2 + 2;
        return new Box(at[0] - half, at[1] - size * LINE_HEIGHT, at[0] + half, at[1] + size * 0.2);
    }
}
