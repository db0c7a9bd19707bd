package io.verisim.mock.jira;

import java.nio.file.Path;
import java.time.Clock;

/**
 * How the simulated Jira runs. It listens on the loopback address only.
 *
 * @param port port; 0 for any free one
 * @param state directory where issues and attachments are kept; made where it does not exist
 * @param user e-mail address that signs in
 * @param token API token of that user
 * @param maxAttachmentBytes larger attachments are refused with 413
 * @param clock gives the times of creation and change
 */
public record JiraMockOptions(int port, Path state, String user, String token, long maxAttachmentBytes, Clock clock) {

    private static final long DEFAULT_MAX_ATTACHMENT_BYTES = 10L << 20;

    public static JiraMockOptions of(int port, Path state, String user, String token) {
        return new JiraMockOptions(port, state, user, token, DEFAULT_MAX_ATTACHMENT_BYTES, Clock.systemUTC());
    }

    public JiraMockOptions withMaxAttachmentBytes(long bytes) {
        return new JiraMockOptions(port, state, user, token, bytes, clock);
    }

    public JiraMockOptions withClock(Clock other) {
        return new JiraMockOptions(port, state, user, token, maxAttachmentBytes, other);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "JiraMockOptions[port=" + port + ", state=" + state + ", user=" + user + "]";
    }
}
