package io.verisim.synthesizer.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.tabular.TextTable;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The measures on tables so small that every figure can be counted by hand. */
class HandmadePrivacyTest {

    private static final double EXACT = 1e-12;

    private static final TextTable REAL =
            Handmade.table("town,job,ill", "A,x,yes", "A,x,yes", "A,y,no", "B,x,no", "B,y,yes", "B,y,no");
    private static final TextTable SYNTHETIC =
            Handmade.table("town,job,ill", "A,x,yes", "A,x,no", "A,y,no", "B,y,yes", "C,x,no");

    @Test
    void copiesAreCountedBesideThoseAmongOtherRealRows() {
        RecordCopies copies = RecordCopies.of(Handmade.aligned(REAL, SYNTHETIC), 1);

        // A,x,yes, A,y,no and B,y,yes; of the real rows only the first two equal another one
        assertThat(copies.exact().attack().successes()).isEqualTo(3);
        assertThat(copies.exact().attack().tries()).isEqualTo(5);
        assertThat(copies.exact().control().successes()).isEqualTo(2);
        assertThat(copies.exact().control().tries()).isEqualTo(6);
    }

    @Test
    void withAHoldoutItsRowsAreTheControl() {
        TextTable holdout = Handmade.table("town,job,ill", "A,x,yes", "C,z,no");
        RecordCopies copies = RecordCopies.of(Handmade.aligned(REAL, SYNTHETIC, holdout), 1);

        assertThat(copies.exact().control().successes()).isEqualTo(1);
        assertThat(copies.exact().control().tries()).isEqualTo(2);
    }

    @Test
    void recordsOfFiveRowsAreNotRare() {
        TextTable real = Handmade.table("v", "a", "a", "a", "a", "a", "b", "b");
        RecordCopies copies = RecordCopies.of(Handmade.aligned(real, Handmade.table("v", "a", "b", "c")), 1);

        assertThat(copies.exact().attack().successes()).isEqualTo(2);
        assertThat(copies.rare().attack().successes()).isEqualTo(1);
        // beside itself, an a has four others and a b has one: all are rare
        assertThat(copies.rare().control().successes()).isEqualTo(7);
    }

    @Test
    void attributesAreGuessedByTheShareOfTheRowsThatAgreeElsewhere() {
        AlignedTable table = Handmade.aligned(REAL, SYNTHETIC);
        AttributeScore ill = new AttributeDisclosure(table, Samples.of(table, 1), List.of("town", "job"))
                .scores(1)
                .getFirst();

        // (A,x) twice ½, (A,y) 1, (B,x) unmatched, (B,y) once 1 and once 0
        assertThat(ill.column()).isEqualTo("ill");
        assertThat(ill.attack().successes()).isCloseTo(3, within(EXACT));
        assertThat(ill.attack().tries()).isEqualTo(5);
        assertThat(ill.protection()).isCloseTo((1 - 3.0 / 5) / (1 - 1.0 / 2), within(EXACT));
        // beside itself: (A,x) twice 1, (A,y) and (B,x) unmatched, (B,y) twice 0
        assertThat(ill.control().successes()).isCloseTo(2, within(EXACT));
        assertThat(ill.control().tries()).isEqualTo(4);
    }

    @Test
    void quasiIdentifiersSingleOutRows() {
        AlignedTable table = Handmade.aligned(REAL, SYNTHETIC);
        PrivacyOptions options = new PrivacyOptions(1, 1, List.of("town", "job"), PrivacyLimits.defaults());
        QuasiIdentifiers identifiers = QuasiIdentifiers.of(table, Samples.of(table, 1), options);

        assertThat(identifiers.uniqueness()).isEqualTo(new Uniqueness(List.of("town", "job"), 2, 6, 3, 5));
        // A,y matches a unique row, and B,x is not there; of the real rows those that occur twice match one other
        assertThat(identifiers.uniqueRecords().attack().successes()).isEqualTo(1);
        assertThat(identifiers.uniqueRecords().control().successes()).isEqualTo(4);
    }

    @Test
    void withoutNamesTheColumnsAreTakenThatTellMostRowsApart() {
        TextTable real = Handmade.table("same,few,many", "s,a,1", "s,a,2", "s,b,3", "s,b,4", "s,c,5", "s,c,5");
        AlignedTable table = Handmade.aligned(real, real);
        PrivacyOptions options = new PrivacyOptions(1, 1, List.of(), PrivacyLimits.defaults());

        assertThat(QuasiIdentifiers.of(table, Samples.of(table, 1), options).names())
                .containsExactly("many");
    }

    @Test
    void distancesAreComparedPairByPairAndTiesCountHalf() {
        // 1 is smaller than 2 and 3, ties with 1; 3 ties with 3
        assertThat(NearbyRecords.closer(new double[] {1, 3}, new double[] {1, 2, 3}))
                .isCloseTo((2.5 + 0.5) / 3, within(EXACT));
    }

    @Test
    void membersAreClaimedWhereAtMostOneOtherInTwentyIs() {
        double[] others = new double[20];
        double[] members = new double[20];
        for (int i = 0; i < 20; i++) {
            others[i] = i;
            members[i] = i + 10;
        }
        Finding finding = MembershipInference.finding(Measure.MEMBERSHIP_BY_DISTANCE, members, others);

        // one of twenty may be claimed, so the limit is 18: 19 among the others, 19 to 29 among the members
        assertThat(finding.control().successes()).isEqualTo(1);
        assertThat(finding.attack().successes()).isEqualTo(11);
    }

    @Test
    void aLimitIsExceededWhereTheLowerEndOfTheRiskIs() {
        Finding leak = Finding.of(Measure.RARE_COPIES, Rate.of(50, 100), Rate.of(0, 100));
        Finding chance = Finding.of(Measure.RARE_COPIES, Rate.of(1, 10), Rate.of(0, 10));

        assertThat(PrivacyLimits.defaults().gate(List.of(leak)).exceeded()).containsExactly("rareCopies");
        assertThat(PrivacyLimits.defaults().gate(List.of(chance)).passed()).isTrue();
        assertThat(PrivacyLimits.defaults()
                        .with(Measure.RARE_COPIES, 0.9)
                        .gate(List.of(leak))
                        .passed())
                .isTrue();
    }

    @Test
    void aTableOfOneRowIsNotMeasuredAndSaysWhy() {
        TextTable one = Handmade.table("v", "a");
        PrivacyReport report = PrivacyMeasures.measure(
                Handmade.aligned(one, one), new PrivacyOptions(1, 1, List.of(), PrivacyLimits.defaults()));

        assertThat(report.findings()).isEmpty();
        assertThat(report.reasons()).containsEntry("nearCopies", "a table has too few rows");
    }
}
