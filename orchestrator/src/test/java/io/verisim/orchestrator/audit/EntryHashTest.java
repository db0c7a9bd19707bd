package io.verisim.orchestrator.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected values: Python's {@code hashlib} and {@code struct.pack('>i', …)}. */
class EntryHashTest {

    private static final String FIRST = "1cbc1ce083723ee06cbb59c3f9445c1be39ab22cd1804275550b15ed2b572192";

    @Test
    void theHashIsThatOfAnotherImplementation() {
        assertThat(EntryHash.of(
                        EntryHash.GENESIS,
                        Arrays.asList("1", "018f0000-0000-7000-8000-000000000001", "default", null, "", "Zoë")))
                .isEqualTo(FIRST);
        assertThat(EntryHash.of(FIRST, Arrays.asList("2", null)))
                .isEqualTo("b69b9ec15259b20ff12c75a982b790a76576e297439d3e5f3cf11c6f8f7c5e71");
    }

    @Test
    void theBoundsOfFieldsCount() {
        assertThat(EntryHash.of(FIRST, List.of("ab", "c"))).isNotEqualTo(EntryHash.of(FIRST, List.of("a", "bc")));
        assertThat(EntryHash.of(FIRST, Arrays.asList("a", null))).isNotEqualTo(EntryHash.of(FIRST, List.of("a", "")));
    }
}
