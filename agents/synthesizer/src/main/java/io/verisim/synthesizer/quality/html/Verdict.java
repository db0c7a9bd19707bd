package io.verisim.synthesizer.quality.html;

import io.verisim.synthesizer.quality.DcrReport;
import io.verisim.synthesizer.quality.EvaluationReport;
import org.jspecify.annotations.Nullable;

/** What the figures mean, in words. */
final class Verdict {

    private static final double CLOSE = 0.95;
    private static final double FAIR = 0.9;
    private static final double ROUGH = 0.8;
    private static final double HARDLY_TOLD = 0.6;
    private static final double EASILY_TOLD = 0.8;

    private final EvaluationReport report;

    Verdict(EvaluationReport report) {
        this.report = report;
    }

    /** One line. */
    String headline() {
        Double overall = report.scores().overallAllPairs();
        if (overall == null) {
            return "There was nothing to compare.";
        }
        String follows = overall >= CLOSE
                ? "The twin follows the real data closely"
                : overall >= FAIR
                        ? "The twin follows the real data, with visible differences"
                        : overall >= ROUGH
                                ? "The twin follows the real data only roughly"
                                : "The twin does not follow the real data";
        return follows + detector(report.likeness().treeDetectorAuc()) + ".";
    }

    private static String detector(@Nullable Double auc) {
        if (auc == null) {
            return "";
        }
        return auc <= HARDLY_TOLD
                ? "; its rows can hardly be told from real ones"
                : auc <= EASILY_TOLD
                        ? "; a trained eye can tell some of its rows from real ones"
                        : "; a trained eye easily tells its rows from real ones";
    }

    /** Two or three sentences on what to look at. */
    String advice() {
        StringBuilder advice = new StringBuilder();
        Double shapes = report.scores().columnShapes();
        Double trends = report.scores().columnPairTrends();
        if (shapes != null && trends != null) {
            advice.append(
                    shapes < trends
                            ? "Single columns are reproduced less well than their relations: see the fields below. "
                            : "Relations between columns are harder to reproduce than single columns: see the pairs and "
                                    + "heat maps below. ");
        }
        Double validity = report.details().diagnostic().dataValidity();
        if (validity != null && validity < 1) {
            advice.append("Some values lie outside of what the real data allow. ");
        }
        Double fresh = report.likeness().newRowSynthesis();
        if (fresh != null && fresh < 1) {
            advice.append(Html.percent(1 - fresh))
                    .append(" of the rows agree with a real row in every measured column, numbers within 1 %. ");
        }
        return advice.toString().strip();
    }

    /** What the distances say; they never prove data safe. */
    static String privacy(DcrReport dcr) {
        Double closer = dcr.closerToTrainingShare();
        if (closer == null) {
            return "The distances could not be measured.";
        }
        String share =
                Html.percent(closer) + " of the synthetic rows lie closer to the rows the model saw than to rows "
                        + "it did not see; half is what an honest model shows. ";
        String copies = dcr.copies().exact() + " rows equal a training row ("
                + dcr.copies().exactHoldout()
                + " of the unseen real rows do), " + dcr.copies().near() + " come very near to one ("
                + dcr.copies().nearHoldout() + " of the unseen real rows do).";
        return share + copies + " Distances miss some kinds of leakage: never call data safe on them alone.";
    }
}
