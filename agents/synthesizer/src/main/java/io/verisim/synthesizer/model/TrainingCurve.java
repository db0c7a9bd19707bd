package io.verisim.synthesizer.model;

import java.util.List;

/**
 * How a training in rounds went.
 *
 * @param epochs one for each round, in order
 * @param kept number of the round whose model was kept; 0 for none
 * @param heldOutRows rows that were kept from training for the score; 0 where the score is of the training rows
 * @param stoppedEarly whether it ended because the score got no better
 */
public record TrainingCurve(List<Epoch> epochs, int kept, int heldOutRows, boolean stoppedEarly) {

    public TrainingCurve {
        epochs = List.copyOf(epochs);
    }

    /**
     * One round; means over its steps.
     *
     * @param epoch its number, from 1
     * @param generator loss of the generator
     * @param critic loss of the critic, with its penalty
     * @param wasserstein the critic's mean over real rows less that over made ones: an estimate of their distance
     * @param heldOut likeness of made rows to rows that were held out, 0 to 1, after this round
     */
    public record Epoch(int epoch, double generator, double critic, double wasserstein, double heldOut) {}
}
