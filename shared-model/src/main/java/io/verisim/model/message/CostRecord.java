package io.verisim.model.message;

/**
 * Something that was used and costs money; the orchestrator applies the price.
 *
 * @param service the service that was used, such as {@code language-model}
 * @param operation what was done, such as {@code input-tokens}
 * @param quantity how much
 * @param unit the unit of {@code quantity}, such as {@code token}
 */
public record CostRecord(String service, String operation, double quantity, String unit) {

    public CostRecord {
        if (!(quantity >= 0)) {
            throw new IllegalArgumentException("A quantity cannot be " + quantity);
        }
    }
}
