package io.verisim.testexecutor.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.unit.DataSize;

class ExecutorPropertiesTest {

    @Test
    void whatIsNotSetHasItsDefault() throws IOException {
        ExecutorProperties properties = properties(Map.of());

        assertThat(properties.unsafe()).isFalse();
        assertThat(properties.warm()).isEqualTo(2);
        assertThat(properties.memory()).isEqualTo(DataSize.ofMegabytes(1_536));
        assertThat(properties.timeout()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void everySettingHasItsEnvironmentVariable() throws IOException {
        ExecutorProperties properties = properties(Map.of(
                "VERISIM_UNSAFE", "true",
                "VERISIM_WARM_SANDBOXES", "0",
                "VERISIM_RUNNER_DIR", "/var/cache/runner",
                "VERISIM_CHROMIUM", "/opt/chromium",
                "VERISIM_TEST_MEMORY", "1GB",
                "VERISIM_TEST_TIMEOUT", "5s"));

        assertThat(properties)
                .isEqualTo(new ExecutorProperties(
                        true,
                        0,
                        Path.of("/var/cache/runner"),
                        Path.of("/opt/chromium"),
                        DataSize.ofGigabytes(1),
                        Duration.ofSeconds(5)));
    }

    private static ExecutorProperties properties(Map<String, Object> variables) throws IOException {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(source -> environment.getPropertySources().remove(source.getName()));
        environment.getPropertySources().addLast(new MapPropertySource("variables", variables));
        new YamlPropertySourceLoader()
                .load("yaml", new ClassPathResource("verisim/test-executor/application.yml"))
                .forEach(environment.getPropertySources()::addLast);
        return Binder.get(environment).bindOrCreate("verisim.executor", ExecutorProperties.class);
    }
}
