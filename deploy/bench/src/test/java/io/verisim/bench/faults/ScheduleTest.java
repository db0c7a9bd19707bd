package io.verisim.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.bench.BenchmarkRun;
import io.verisim.bench.Launcher;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final Scale FULL = scale(false);
    private static final Scale BRIEF = scale(true);

    @Test
    void theSameSeedGivesTheSameSchedule() {
        assertThat(Schedule.of(7, FULL, 2)).isEqualTo(Schedule.of(7, FULL, 2)).isNotEqualTo(Schedule.of(8, FULL, 2));
    }

    @Test
    void faultsComeInOrderAndBeforeTheEnd() {
        List<Duration> times =
                Schedule.of(3, FULL, 2).stream().map(Schedule.Timed::at).toList();
        assertThat(times).isSorted().hasSize(FULL.faults());
        assertThat(times.getLast()).isLessThan(FULL.length());
    }

    @Test
    void everyPartIsKilledAndEveryPointIsArmedInALongRun() {
        List<Fault> faults =
                Schedule.of(5, FULL, 2).stream().map(Schedule.Timed::fault).toList();
        assertThat(faults.stream()
                        .filter(Fault.Kill.class::isInstance)
                        .map(fault -> ((Fault.Kill) fault).part())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(FULL.parts());
        assertThat(faults.stream()
                        .filter(Fault.KillAtPoint.class::isInstance)
                        .map(fault -> ((Fault.KillAtPoint) fault).point())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Points.all());
    }

    @Test
    void aShortRunHasEveryKind() {
        assertThat(Schedule.of(5, BRIEF, 1).stream()
                        .map(timed -> timed.fault().kind())
                        .distinct())
                .hasSize(7);
    }

    @Test
    void withoutASmallDiskNoneIsFilled() {
        assertThat(Schedule.of(5, FULL, 0)).noneMatch(timed -> timed.fault() instanceof Fault.FullDisk);
    }

    @Test
    void aPointIsArmedOnlyWhereItIsPassed() {
        assertThat(Schedule.of(5, FULL, 2).stream()
                        .map(Schedule.Timed::fault)
                        .filter(Fault.KillAtPoint.class::isInstance)
                        .map(Fault.KillAtPoint.class::cast))
                .allMatch(armed -> armed.point().isPassedBy(armed.part()));
    }

    private static Scale scale(boolean brief) {
        BenchmarkRun.Extent extent = new BenchmarkRun.Extent(brief, 1, null);
        return Scale.of(new BenchmarkRun(Launcher.of(Path.of("verisim")), Path.of("."), null, extent, sentence -> {}));
    }
}
