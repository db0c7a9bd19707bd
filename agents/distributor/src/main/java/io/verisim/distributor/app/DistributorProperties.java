package io.verisim.distributor.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the distributor works.
 *
 * @param exports folder under which files may be exported; none where empty
 */
@ConfigurationProperties("verisim.distributor")
record DistributorProperties(@Nullable String exports) {

    Path exportFolder() {
        return Path.of(exports == null ? "" : exports);
    }
}
