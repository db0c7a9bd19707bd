package io.verisim.synthesizer.privacy;

/** What the privacy report measures; spelt in camel case in documents and configurations. */
public enum Measure {
    EXACT_COPIES("exactCopies"),
    RARE_COPIES("rareCopies"),
    NEAR_COPIES("nearCopies"),
    COPIED_ROWS("copiedRows"),
    MEMBERSHIP_BY_DISTANCE("membershipByDistance"),
    MEMBERSHIP_BY_DENSITY("membershipByDensity"),
    ATTRIBUTE_DISCLOSURE("attributeDisclosure"),
    ATTRIBUTE_BY_CLASSIFIER("attributeByClassifier"),
    UNIQUE_RECORDS("uniqueRecords");

    private final String key;

    Measure(String key) {
        this.key = key;
    }

    /** How it is spelt in documents and configurations. */
    public String key() {
        return key;
    }
}
