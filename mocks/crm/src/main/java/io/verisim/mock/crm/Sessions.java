package io.verisim.mock.crm;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The visits that are under way; those unused for long, and the longest unused when there are too many, end. */
final class Sessions {

    private static final int MAX_SESSIONS = 2_000;
    private static final int TOKEN_BYTES = 24;
    private static final Duration IDLE_LIMIT = Duration.ofHours(2);

    private final Clock clock;
    private final SecureRandom random;
    private final Map<String, Session> sessions = new LinkedHashMap<>(16, 0.75f, true);

    Sessions(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    synchronized Optional<Session> find(@Nullable String id) {
        Session session = id == null ? null : sessions.get(id);
        if (session == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (session.lastSeen().plus(IDLE_LIMIT).isBefore(now)) {
            sessions.remove(session.id());
            return Optional.empty();
        }
        sessions.put(session.id(), session.seenAt(now));
        return Optional.of(session);
    }

    /** Begins a visit; signing in begins another one, so that an id known before is worth nothing. */
    synchronized Session begin(@Nullable String user) {
        Session session = new Session(token(), token(), user, clock.instant());
        sessions.put(session.id(), session);
        if (sessions.size() > MAX_SESSIONS) {
            sessions.remove(sessions.keySet().iterator().next());
        }
        return session;
    }

    synchronized void end(Session session) {
        sessions.remove(session.id());
    }

    private String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
