package io.verisim.synthesizer.model.privatemarginals;

/**
 * What a fit may tell. Half of δ is for values that become known although one row alone made them frequent enough, the
 * other half for the conversion of the concentrated loss ρ.
 *
 * @param epsilon ε
 * @param delta δ
 * @param rho the loss that together with δ/2 is (ε, δ/2)-private
 */
record Budget(double epsilon, double delta, double rho) {

    static Budget of(double epsilon, double delta) {
        return new Budget(epsilon, delta, Concentrated.rho(epsilon, delta / 2));
    }

    /** δ for the values of all columns. */
    double forValues() {
        return delta / 2;
    }
}
