package io.verisim.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

class PropertyTest {

    private static final List<Integer> SIZES = new CopyOnWriteArrayList<>();
    private static final List<Long> DRAWS = new CopyOnWriteArrayList<>();

    @BeforeEach
    void forget() {
        SIZES.clear();
        DRAWS.clear();
    }

    @Test
    void aPropertyRunsItsTriesFromTheSmallestToTheLargestSize() {
        run(Holds.class).testEvents().assertStatistics(s -> s.succeeded(10).failed(0));
        assertThat(SIZES).hasSize(10).isSorted().startsWith(0).endsWith(90);
        assertThat(DRAWS).doesNotHaveDuplicates();
    }

    @Test
    void aPropertyDrawsTheSameNumbersInEveryRun() {
        run(Holds.class);
        List<Long> first = new ArrayList<>(DRAWS);
        DRAWS.clear();
        run(Holds.class);
        assertThat(DRAWS).isEqualTo(first);
    }

    @Test
    void theSmallestFailingCaseIsReportedWithItsSeedAndLargerOnesAreSkipped() {
        EngineExecutionResults results = run(FailsFromSizeFifty.class);
        results.testEvents().assertStatistics(s -> s.failed(1).skipped(49));
        assertThat(results.testEvents().failed().stream()
                        .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                                .getThrowable()
                                .orElseThrow()
                                .getSuppressed()[0]))
                .singleElement()
                .asString()
                .contains("of size 50; replay with VERISIM_SEED=");
    }

    private static EngineExecutionResults run(Class<?> testClass) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testClass))
                .execute();
    }

    static class Holds {
        @Property(tries = 10, maxSize = 90)
        void records(RandomGenerator random, int size) {
            SIZES.add(size);
            DRAWS.add(random.nextLong());
        }
    }

    static class FailsFromSizeFifty {
        @Property(tries = 100, maxSize = 99)
        void failsWhenLarge(int size) {
            assertThat(size).isLessThan(50);
        }
    }
}
