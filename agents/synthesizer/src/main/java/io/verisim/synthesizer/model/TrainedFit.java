package io.verisim.synthesizer.model;

/** A fitted model that was trained in rounds, and tells how that went. */
public interface TrainedFit extends FittedModel {

    TrainingCurve curve();
}
