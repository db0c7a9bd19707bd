package io.verisim.embedded.connection;

import java.net.URI;

/**
 * How to reach a bucket over the S3 API; path-style addressing.
 *
 * @param endpoint base URL
 * @param region any region, needed for signatures
 * @param accessKey access key id
 * @param secretKey its secret
 * @param bucket an existing bucket
 */
public record ObjectsConnection(URI endpoint, String region, String accessKey, String secretKey, String bucket) {

    public ObjectsConnection withBucket(String otherBucket) {
        return new ObjectsConnection(endpoint, region, accessKey, secretKey, otherBucket);
    }

    @Override
    public String toString() {
        return endpoint + "/" + bucket;
    }
}
