package io.verisim.embedded.objects;

import java.nio.file.Path;

/**
 * What an embedded object store needs.
 *
 * @param directory where objects are kept
 * @param port TCP port on the loopback address; 0 for any free one
 * @param accessKey the only access key id
 * @param secretKey its secret
 * @param bucket made where missing
 */
public record ObjectsOptions(Path directory, int port, String accessKey, String secretKey, String bucket) {

    @Override
    public String toString() {
        return "ObjectsOptions(" + directory + ", port " + port + ", bucket " + bucket + ")";
    }
}
