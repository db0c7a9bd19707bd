package io.verisim.orchestrator.objects.adapter;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where artifacts are kept.
 *
 * @param endpoint address of an S3-compatible service; AWS itself where none is given
 * @param region AWS region
 * @param bucket bucket of all artifacts
 * @param accessKey access key; the default credential chain where none is given
 * @param secretKey secret key
 * @param pathStyle whether the bucket is part of the path, as most S3-compatible services want
 */
@ConfigurationProperties("verisim.s3")
public record ObjectStoreProperties(
        @Nullable URI endpoint,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("verisim") String bucket,
        @Nullable String accessKey,
        @Nullable String secretKey,
        @DefaultValue("true") boolean pathStyle) {

    @Override
    public String toString() {
        return "ObjectStoreProperties[endpoint=" + endpoint + ", bucket=" + bucket + "]";
    }
}
