package io.verisim.synthesizer.privacy;

import java.util.Locale;

/** What figures mean, for readers who are no statisticians. */
final class Words {

    private Words() {}

    static String verdict(Measure measure, Rate attack, Rate control, Risk risk) {
        String a = percent(attack);
        String c = percent(control);
        String told = switch (measure) {
            case EXACT_COPIES -> a + " of the synthetic rows equal a training row; of other real rows " + c + " do.";
            case RARE_COPIES ->
                a + " of the synthetic rows equal a training row that occurs fewer than 5 times; of "
                        + "other real rows " + c + " do.";
            case NEAR_COPIES ->
                a + " of the synthetic rows come very near to a training row; of other real rows " + c + " do.";
            case COPIED_ROWS ->
                "In " + a + " of comparisons a synthetic row lies closer to the training rows than one that was not "
                        + "copied would, where half is honest: as if " + percent(risk.value())
                        + " of the rows were copied.";
            case MEMBERSHIP_BY_DISTANCE, MEMBERSHIP_BY_DENSITY ->
                "Of the rows the twin was made from, " + a + " are recognised as such, where " + c
                        + " of the rows that it was not made from are taken for one.";
            case ATTRIBUTE_DISCLOSURE ->
                "A value of a training row is guessed right in " + a + " of cases, that of another real row in " + c
                        + ".";
            case ATTRIBUTE_BY_CLASSIFIER ->
                "Trees that learnt from the twin guess a value of a training row right in " + a
                        + " of cases, trees that learnt from other real rows in " + c + ".";
            case UNIQUE_RECORDS ->
                a + " of the synthetic rows share their quasi-identifiers with exactly one training row; of "
                        + "other real rows " + c + " do.";
        };
        return told + " " + judgement(risk);
    }

    private static String judgement(Risk risk) {
        return risk.low() > 0
                ? "That is more than chance explains: at least " + percent(risk.low()) + " of the rows are exposed."
                : "That is no more than chance explains.";
    }

    private static String percent(Rate rate) {
        return rate.tries() == 0 ? "none" : percent(rate.successes() / rate.tries());
    }

    static String percent(double share) {
        return share > 0 && share < 0.0005 ? "under 0.1 %" : String.format(Locale.ROOT, "%.1f %%", share * 100);
    }
}
