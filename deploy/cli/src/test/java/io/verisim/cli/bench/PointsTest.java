package io.verisim.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.bench.faults.Point;
import io.verisim.bench.faults.Points;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Points name methods as text, so that a method that is renamed would silently not be killed at any more. */
class PointsTest {

    static Stream<Point> points() {
        return Points.all().stream();
    }

    @ParameterizedTest
    @MethodSource("points")
    void everyPointNamesAMethod(Point point) throws ClassNotFoundException {
        Class<?> type = Class.forName(point.className(), false, PointsTest.class.getClassLoader());
        assertThat(Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> method.getName().equals(point.method())))
                .as("methods %s of %s", point.method(), point.className())
                .isNotEmpty();
    }

    @Test
    void noPointIsThereTwice() {
        List<String> names = Points.all().stream().map(Point::name).toList();
        assertThat(names).doesNotHaveDuplicates();
    }
}
