package io.verisim.embedded;

/**
 * TCP ports of the embedded servers, on the loopback address.
 *
 * @param broker AMQP; 0 for any free one
 * @param postgres PostgreSQL; 0 for any free one
 * @param objects S3; 0 for any free one
 */
public record ServicePorts(int broker, int postgres, int objects) {

    public static ServicePorts anyFree() {
        return new ServicePorts(0, 0, 0);
    }
}
