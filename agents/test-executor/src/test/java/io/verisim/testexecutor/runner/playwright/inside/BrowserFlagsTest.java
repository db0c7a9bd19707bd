package io.verisim.testexecutor.runner.playwright.inside;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BrowserFlagsTest {

    private static final Pattern LIST = Pattern.compile("disabledFeatures = \\[(.*?)]\\.filter", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("^\\s*\"([A-Za-z]+)\"", Pattern.MULTILINE);

    @Test
    void everyFeatureThatPlaywrightSwitchesOffIsInTheListThatTakesItsPlace() throws IOException {
        List<String> ofPlaywright = LIST.matcher(bundle())
                .results()
                .map(found -> found.group(1))
                .flatMap(list -> NAME.matcher(list).results())
                .map((MatchResult name) -> name.group(1))
                .toList();

        assertThat(ofPlaywright).hasSizeGreaterThan(10);
        assertThat(BrowserSession.DISABLED_FEATURES).containsAll(ofPlaywright);
    }

    private static String bundle() throws IOException {
        try (InputStream in = Driver.class.getResourceAsStream("/driver/package/lib/coreBundle.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
