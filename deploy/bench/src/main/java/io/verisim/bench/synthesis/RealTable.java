package io.verisim.bench.synthesis;

/** The real tables, each with what the tree detector may reach on a twin by the recommended model. */
enum RealTable {
    ADULT("adult_census", "income", 0.55, false),
    COVID("covid_testing_chop", "result=positive", 0.60, false),
    CREDIT("credit_data_es", "Status", 0.60, true),
    HR("hr_attrition", "Attrition", 0.60, true),
    LOANS("loans_full_schema", "grade", 0.75, false),
    TELCO("telco_customer_churn", "Churn", 0.60, true);

    private final String file;
    private final String target;
    private final double detectorBar;
    private final boolean small;

    RealTable(String file, String target, double detectorBar, boolean small) {
        this.file = file;
        this.target = target;
        this.detectorBar = detectorBar;
        this.small = small;
    }

    /** Name of its file without suffix. */
    String file() {
        return file;
    }

    /** The column that models are to guess, or one value of it. */
    String target() {
        return target;
    }

    /** Area under the curve, from 0.5 to 1, that is not to be exceeded. */
    double detectorBar() {
        return detectorBar;
    }

    /** Whether the short form measures it. */
    boolean small() {
        return small;
    }
}
