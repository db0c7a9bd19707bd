package io.verisim.distributor.target;

/** Hears how far a load is. */
@FunctionalInterface
public interface LoadProgress {

    /**
     * Called every few thousand rows.
     *
     * @param rows rows handed to the target so far
     * @throws RuntimeException to stop the load
     */
    void loaded(long rows);
}
