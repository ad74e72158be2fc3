package org.wordloom.jobs;

/** Runs the program as YARN's application master does, and says when it returns. */
final class ReturningProgram {
    private ReturningProgram() {}

    public static void main(String[] arguments) {
        Wordloom.main(arguments);
        System.out.println("returned");
    }
}
