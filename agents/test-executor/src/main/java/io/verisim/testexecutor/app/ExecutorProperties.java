package io.verisim.testexecutor.app;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How tests are run.
 *
 * @param unsafe whether something weaker than bubblewrap may confine tests
 * @param warm sandboxes started ahead
 * @param runnerDir directory for what runners prepare once
 * @param chromium browser; found where none is given
 * @param memory memory of one test with its browser
 * @param timeout how long a test may take where the configuration does not say
 */
@ConfigurationProperties("verisim.executor")
record ExecutorProperties(
        @DefaultValue("false") boolean unsafe,
        @DefaultValue("2") int warm,
        @Nullable Path runnerDir,
        @Nullable Path chromium,
        @DefaultValue("1536MB") DataSize memory,
        @DefaultValue("60s") Duration timeout) {}
