package org.wordloom.cluster.strata;

/**
 * What the visits of a cycle need before they begin, as the pairs that it trains. Called on the driver, one call at a time.
 * What is prepared depends on the cycle alone, so that a resumed run prepares the same.
 */
public interface CyclePreparation {
    /** For models whose visits need nothing of the kind. */
    CyclePreparation NONE = new CyclePreparation() {
        @Override
        public boolean isNeeded() {
            return false;
        }

        @Override
        public void begin(int cycle) {
            // Nothing to prepare.
        }

        @Override
        public void release(int before) {
            // Nothing was prepared.
        }
    };

    /** Whether cycles must be kept apart: no visit of one begins before all of the one before have ended. */
    default boolean isNeeded() {
        return true;
    }

    /** Prepares a cycle; its visits follow. */
    void begin(int cycle) throws Exception;

    /** Forgets the cycles before this one: none of their visits will be run again. */
    void release(int before);
}
