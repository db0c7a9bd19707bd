package io.verisim.processor.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NumberProfileTest {

    @Test
    void quantilesKeepTheirOrderSoThatTheSameProfileIsTheSameBytes() {
        List<String> order = List.of("0.5", "0.01", "0.99", "0.25", "0.75", "0.1", "0.9");
        Map<String, Double> quantiles = new LinkedHashMap<>();
        order.forEach(probability -> quantiles.put(probability, 1.0));
        NumberProfile profile =
                new NumberProfile(null, null, null, null, null, null, null, null, null, null, 0, 0, quantiles);
        assertThat(profile.quantiles().keySet()).containsExactlyElementsOf(order);
    }
}
