package io.verisim.synthesizer.privacy;

/**
 * What one measure found.
 *
 * @param name the measure, as {@link Measure#key()} spells it
 * @param attack how often the attack succeeds against training rows, or a synthetic row shows what is counted
 * @param control the same on control rows, which is what a twin that learnt nothing by heart would show
 * @param risk how far the one is beyond the other
 * @param verdict what that means, in a sentence
 */
public record Finding(String name, Rate attack, Rate control, Risk risk, String verdict) {

    /** A finding whose risk follows from the two rates. */
    static Finding of(Measure measure, Rate attack, Rate control) {
        return of(measure, attack, control, Risk.of(attack, control));
    }

    static Finding of(Measure measure, Rate attack, Rate control, Risk risk) {
        return new Finding(measure.key(), attack, control, risk, Words.verdict(measure, attack, control, risk));
    }

    /** The same, told of a column. */
    Finding about(String column) {
        return new Finding(name, attack, control, risk, "Most exposed is '" + column + "'. " + verdict);
    }
}
