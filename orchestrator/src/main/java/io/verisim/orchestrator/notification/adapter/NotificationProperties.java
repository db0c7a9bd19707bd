package io.verisim.orchestrator.notification.adapter;

import io.verisim.orchestrator.notification.NoticeKind;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is told of what.
 *
 * @param quiet how long a second notice of the same workflow and kind is needless
 * @param firstWait wait before the second attempt at a delivery; each later wait is twice as long
 * @param attempts after how many attempts a delivery is given up
 * @param timeout how long a receiver may take
 * @param subscribers who wants notifications
 */
@ConfigurationProperties("verisim.notifications")
public record NotificationProperties(
        @DefaultValue("5m") Duration quiet,
        @DefaultValue("1s") Duration firstWait,
        @DefaultValue("12") int attempts,
        @DefaultValue("5s") Duration timeout,
        @DefaultValue List<Subscriber> subscribers) {

    /** How a subscriber is told. */
    public enum Type {
        /** A signed JSON document. */
        WEBHOOK,
        /** {@code {"text": …}}, as Slack and those who speak like it want it. */
        SLACK
    }

    /**
     * One who wants notifications.
     *
     * @param name names it
     * @param type how it is told
     * @param url address; null takes that of the credentials
     * @param credentials name under which the environment holds the address and the secret for signatures (its token)
     * @param kinds what it wants; everything where nothing is named
     * @param allowPrivate whether its address may be one of the own network
     */
    public record Subscriber(
            String name,
            Type type,
            @Nullable String url,
            @Nullable String credentials,
            @DefaultValue Set<NoticeKind> kinds,
            @DefaultValue("false") boolean allowPrivate) {

        boolean wants(NoticeKind kind) {
            return kinds.isEmpty() || kinds.contains(kind);
        }
    }

    public NotificationProperties {
        subscribers = List.copyOf(subscribers);
        Set<String> names = new HashSet<>();
        for (Subscriber subscriber : subscribers) {
            if (!names.add(subscriber.name())) {
                throw new IllegalArgumentException(
                        "verisim.notifications.subscribers names '" + subscriber.name() + "' twice");
            }
        }
        if (attempts < 1) {
            throw new IllegalArgumentException("verisim.notifications.attempts is at least 1");
        }
    }
}
