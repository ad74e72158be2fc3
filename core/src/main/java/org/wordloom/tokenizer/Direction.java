package org.wordloom.tokenizer;

/** At which end of an encoding something is cut off or added. */
public enum Direction {
    LEFT("Left"),
    RIGHT("Right");

    private final String label;

    Direction(String label) {
        this.label = label;
    }

    /** The name in files. */
    public String label() {
        return label;
    }
}
