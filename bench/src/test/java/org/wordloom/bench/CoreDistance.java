package org.wordloom.bench;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How far apart two busy cores are: nanoseconds until a value that one thread writes is seen by another. About 10 within one
 * core, 20 to 60 within one cache, 100 to 300 between caches of chiplets or sockets. The hypervisor of a virtual machine may
 * move its cores at any time, so threads whose speed is looked at meet now and then while they run.
 *
 * <p>{@code java CoreDistance.java} prints how far two threads are from each other that do nothing else.
 */
public final class CoreDistance {
    private static final int TRIES = 5;
    private static final int ROUND_TRIPS = 100;
    private static final long PATIENCE_NANOS = 50_000_000;

    private final AtomicInteger arrivals = new AtomicInteger();
    private volatile long ball;
    private double sum;
    private int meetings;

    public static void main(String[] arguments) throws InterruptedException {
        CoreDistance distance = new CoreDistance();
        Thread other = new Thread(distance::meetOften);
        other.start();
        distance.meetOften();
        other.join();
        System.out.printf(Locale.ROOT, "%.0f%n", distance.nanoseconds());
    }

    private void meetOften() {
        for (int meeting = 0; meeting < 100; meeting++) {
            meet();
        }
    }

    /** Two threads call this about as often; who comes first waits for the other, and leaves when nobody comes. */
    void meet() {
        int arrival = arrivals.incrementAndGet();
        long firstTrip = (arrival - 1) / 2 * (long) (TRIES * ROUND_TRIPS);
        if (arrival % 2 == 0) {
            answer(firstTrip);
        } else if (otherComes(arrival)) {
            measure(firstTrip);
        }
    }

    private boolean otherComes(int arrival) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (arrivals.get() == arrival) {
            if (System.nanoTime() > end && arrivals.compareAndSet(arrival, arrival - 1)) {
                return false;
            }
            Thread.onSpinWait();
        }
        return true;
    }

    /** The least of several tries: others may be interrupted. */
    private void measure(long firstTrip) {
        double least = Double.MAX_VALUE;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            long start = System.nanoTime();
            for (long trip = firstTrip; trip < firstTrip + ROUND_TRIPS; trip++) {
                ball = 2 * trip + 1;
                await(2 * trip + 2);
            }
            least = Math.min(least, (System.nanoTime() - start) / (2.0 * ROUND_TRIPS));
            firstTrip += ROUND_TRIPS;
        }
        sum += least;
        meetings++;
    }

    /** Odd numbers come, even ones go back. */
    private void answer(long firstTrip) {
        for (long trip = firstTrip; trip < firstTrip + TRIES * ROUND_TRIPS; trip++) {
            await(2 * trip + 1);
            ball = 2 * trip + 2;
        }
    }

    private void await(long number) {
        while (ball != number) {
            Thread.onSpinWait();
        }
    }

    /** The mean of all meetings, when both threads have ended; NaN without any. */
    double nanoseconds() {
        return sum / meetings;
    }
}
