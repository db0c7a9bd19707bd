package io.verisim.synthesizer.privacy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a twin may be handed on.
 *
 * @param passed whether no limit is exceeded
 * @param exceeded names of the measures whose lower end of risk exceeds their limit
 * @param limits the limits by name of the measure
 */
public record PrivacyGate(boolean passed, List<String> exceeded, Map<String, Double> limits) {

    public PrivacyGate {
        exceeded = List.copyOf(exceeded);
        // in their order, so that the same report is the same bytes in any process
        limits = Collections.unmodifiableMap(new LinkedHashMap<>(limits));
    }
}
