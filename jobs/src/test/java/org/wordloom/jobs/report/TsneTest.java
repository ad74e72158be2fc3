package org.wordloom.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TsneTest {
    private final Random random = new Random(5);

    @Test
    void gradientIsTheDerivativeOfTheDivergence() {
        double[][] points = points(12, 5);
        double[] affinities = Affinities.joint(Tsne.squaredDistances(points), 12, 3);
        double[] places = random.doubles(24).toArray();
        double[] gradient = new Tsne(affinities, places).computeGradient(1).clone();
        double step = 1e-6;
        for (int i = 0; i < places.length; i++) {
            double[] before = places.clone();
            before[i] -= step;
            double[] after = places.clone();
            after[i] += step;
            double slope = (divergence(affinities, after) - divergence(affinities, before)) / (2 * step);
            assertThat(gradient[i]).isCloseTo(slope, within(1e-7));
        }
    }

    @Test
    void everyPointHasAsManyNeighboursInEffect() {
        double[] distances = Tsne.squaredDistances(points(50, 8));
        double[] row = Affinities.row(Arrays.copyOfRange(distances, 0, 50), 0, 7);
        double entropy =
                Arrays.stream(row).filter(p -> p > 0).map(p -> -p * Math.log(p)).sum();
        assertThat(Math.exp(entropy)).isCloseTo(7, within(1e-3));
        assertThat(row[0]).isZero();
        assertThat(Arrays.stream(Affinities.joint(distances, 50, 7)).sum()).isCloseTo(1, within(1e-6));
    }

    @Test
    void principalPlaneIsWherePointsDifferMost() {
        double[][] points = new double[40][];
        for (int i = 0; i < points.length; i++) {
            double angle = 2 * Math.PI * i / points.length;
            points[i] = new double[] {0.01 * random.nextGaussian(), 9 * Math.cos(angle), Math.sin(angle)};
        }
        double[] plane = new PrincipalPlane(Tsne.squaredDistances(points), 40).coordinates();
        assertThat(Math.abs(correlation(plane, 0, points, 1))).isGreaterThan(0.99);
        assertThat(Math.abs(correlation(plane, 1, points, 2))).isGreaterThan(0.99);
    }

    @Test
    void neighboursInSpaceAreNeighboursInThePlane() {
        double[][] points = new double[90][20];
        for (int i = 0; i < points.length; i++) {
            points[i][i % 9] = 1;
            for (int column = 0; column < 20; column++) {
                points[i][column] += 0.1 * random.nextGaussian();
            }
        }
        double[][] places = Tsne.places(points, 9);
        for (int i = 0; i < places.length; i++) {
            assertThat(nearest(places, i) % 9).isEqualTo(i % 9);
        }
    }

    @Test
    void pointsWithoutDifferencesHavePlaces() {
        for (double[] place : Tsne.places(new double[10][3], 2)) {
            assertThat(place).containsExactly(0, 0);
        }
    }

    private double[][] points(int count, int dimension) {
        double[][] points = new double[count][];
        for (int i = 0; i < count; i++) {
            points[i] = random.doubles(dimension).toArray();
        }
        return points;
    }

    /** Kullback and Leibler's, of the affinities from Student's t of the places. */
    private static double divergence(double[] affinities, double[] places) {
        int n = places.length / 2;
        double[][] near = new double[n][n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double distance = Math.hypot(places[2 * i] - places[2 * j], places[2 * i + 1] - places[2 * j + 1]);
                near[i][j] = i == j ? 0 : 1 / (1 + distance * distance);
                sum += near[i][j];
            }
        }
        double divergence = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double p = affinities[i * n + j];
                divergence += i == j ? 0 : p * Math.log(p * sum / near[i][j]);
            }
        }
        return divergence;
    }

    private static double correlation(double[] plane, int axis, double[][] points, int column) {
        double mean = Arrays.stream(points)
                .mapToDouble(point -> point[column])
                .average()
                .orElseThrow();
        double product = 0;
        double square = 0;
        for (int i = 0; i < points.length; i++) {
            product += plane[2 * i + axis] * (points[i][column] - mean);
            square += (points[i][column] - mean) * (points[i][column] - mean);
        }
        return product / Math.sqrt(square * points.length);
    }

    private static int nearest(double[][] places, int point) {
        int best = -1;
        for (int other = 0; other < places.length; other++) {
            if (other != point && (best < 0 || distance(places, point, other) < distance(places, point, best))) {
                best = other;
            }
        }
        return best;
    }

    private static double distance(double[][] places, int a, int b) {
        return Math.hypot(places[a][0] - places[b][0], places[a][1] - places[b][1]);
    }
}
