package io.verisim.mock.crm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A visit.
 *
 * @param id what the cookie holds
 * @param csrfToken what every form of this visit carries
 * @param user who signed in; null before
 * @param lastSeen when it was last used
 */
record Session(String id, String csrfToken, @Nullable String user, Instant lastSeen) {

    boolean isSignedIn() {
        return user != null;
    }

    Session seenAt(Instant now) {
        return new Session(id, csrfToken, user, now);
    }
}
