package org.wordloom.jobs.report;

import java.util.Arrays;

/**
 * Points in a plane of which those are neighbours that are neighbours in space (t-SNE; van der Maaten and Hinton 2008).
 * Every pair is computed: for some hundred points that is faster than a tree. It starts at the principal plane, which
 * needs no seed and keeps what is far apart (Kobak and Berens 2019, "The art of using t-SNE for single-cell
 * transcriptomics").
 */
final class Tsne {
    private static final int ITERATIONS = 300;
    /** Attraction is larger at first, so that groups can pass each other. */
    private static final int EXAGGERATED = ITERATIONS / 4;

    private static final double EXAGGERATION = 4;
    private static final double FIRST_MOMENTUM = 0.5;
    private static final double MOMENTUM = 0.8;
    private static final double RATE = 20;
    private static final double SMALLEST_GAIN = 0.01;
    private static final double START_DEVIATION = 1e-4;

    private final int n;
    private final double[] affinities;
    private final double[] places;
    private final double[] gradient;
    private final double[] velocity;
    private final double[] gains;
    private final double[] nearness;

    /**
     * @param affinities of {@link Affinities#joint}
     * @param places two coordinates of each point; changed
     */
    Tsne(double[] affinities, double[] places) {
        this.n = places.length / 2;
        this.affinities = affinities;
        this.places = places;
        this.gradient = new double[2 * n];
        this.velocity = new double[2 * n];
        this.gains = new double[2 * n];
        this.nearness = new double[n * n];
        Arrays.fill(gains, 1);
    }

    /**
     * The place of each point.
     *
     * @param points as rows
     * @param perplexity about how many neighbours of a point count, below their number
     */
    static double[][] places(double[][] points, double perplexity) {
        int n = points.length;
        double[] distances = squaredDistances(points);
        double[] start = new PrincipalPlane(distances, n).coordinates();
        for (int i = 0; i < start.length; i++) {
            start[i] *= START_DEVIATION;
        }
        new Tsne(Affinities.joint(distances, n, perplexity), start).descend();
        double[][] places = new double[n][];
        for (int i = 0; i < n; i++) {
            places[i] = new double[] {start[2 * i], start[2 * i + 1]};
        }
        return places;
    }

    private void descend() {
        for (int i = 0; i < ITERATIONS; i++) {
            computeGradient(i < EXAGGERATED ? EXAGGERATION : 1);
            step(i < EXAGGERATED ? FIRST_MOMENTUM : MOMENTUM);
        }
    }

    /** The derivative of the divergence by every coordinate. Hot: a pair is visited once, and nothing is allocated. */
    double[] computeGradient(double exaggeration) {
        double scale = 1 / computeNearness();
        Arrays.fill(gradient, 0);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double near = nearness[i * n + j];
                double force = 4 * (exaggeration * affinities[i * n + j] - near * scale) * near;
                double x = force * (places[2 * i] - places[2 * j]);
                double y = force * (places[2 * i + 1] - places[2 * j + 1]);
                gradient[2 * i] += x;
                gradient[2 * i + 1] += y;
                gradient[2 * j] -= x;
                gradient[2 * j + 1] -= y;
            }
        }
        return gradient;
    }

    /** Student's t of each pair of places; returns the sum of all, each pair twice. */
    private double computeNearness() {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double x = places[2 * i] - places[2 * j];
                double y = places[2 * i + 1] - places[2 * j + 1];
                double near = 1 / (1 + x * x + y * y);
                nearness[i * n + j] = near;
                sum += 2 * near;
            }
        }
        return sum;
    }

    /** A coordinate that goes on in its direction goes faster, one that turns back slower (Jacobs 1988). */
    private void step(double momentum) {
        for (int i = 0; i < places.length; i++) {
            boolean goesOn = gradient[i] > 0 != velocity[i] > 0;
            gains[i] = Math.max(SMALLEST_GAIN, goesOn ? gains[i] + 0.2 : gains[i] * 0.8);
            velocity[i] = momentum * velocity[i] - RATE * gains[i] * gradient[i];
            places[i] += velocity[i];
        }
    }

    static double[] squaredDistances(double[][] points) {
        int n = points.length;
        double[] distances = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double sum = 0;
                for (int column = 0; column < points[i].length; column++) {
                    double difference = points[i][column] - points[j][column];
                    sum += difference * difference;
                }
                distances[i * n + j] = sum;
                distances[j * n + i] = sum;
            }
        }
        return distances;
    }
}
