package io.verisim.model.sensitivity;

/**
 * What one classifier thinks of a column.
 *
 * @param classifier name of the classifier, such as {@code pattern}
 * @param type what it takes the values for
 * @param score how sure it is that the column is of that type, from 0 to 1
 * @param explanation the evidence in words a data protection officer understands; holds no production value
 */
public record Vote(String classifier, SensitivityType type, double score, String explanation) {

    public Vote {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("A score lies between 0 and 1, not at " + score);
        }
    }
}
