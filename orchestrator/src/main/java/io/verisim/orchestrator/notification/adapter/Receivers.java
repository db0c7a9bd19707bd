package io.verisim.orchestrator.notification.adapter;

import io.verisim.orchestrator.credentials.Credentials;
import io.verisim.orchestrator.credentials.adapter.CredentialsProperties;
import io.verisim.orchestrator.notification.NoticeKind;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Those who want notifications, with the addresses and secrets that the environment holds for them. */
public final class Receivers {

    private final Map<String, Receiver> receivers = new LinkedHashMap<>();

    /**
     * One receiver.
     *
     * @param secret what documents are signed with; null where they are not
     */
    record Receiver(
            NotificationProperties.Subscriber subscriber,
            URI address,
            @Nullable String secret) {

        /** An address may be a secret of its own, as Slack's are. */
        @Override
        public String toString() {
            return "Receiver(" + subscriber.name() + ")";
        }

        /** Why nothing may be sent there; empty where it may. */
        Optional<String> refusal() {
            try {
                for (InetAddress one : InetAddress.getAllByName(address.getHost())) {
                    if (!subscriber.allowPrivate() && isPrivate(one)) {
                        return Optional.of("its address lies in a private network; allow-private would allow it");
                    }
                }
                return Optional.empty();
            } catch (UnknownHostException e) {
                return Optional.of("its host name cannot be resolved");
            }
        }
    }

    /**
     * Looks them all up.
     *
     * @throws IllegalArgumentException naming the subscriber where something is missing or wrong
     */
    public Receivers(NotificationProperties properties, CredentialsProperties credentials) {
        for (NotificationProperties.Subscriber subscriber : properties.subscribers()) {
            receivers.put(subscriber.name(), receiver(subscriber, credentials));
        }
    }

    private static Receiver receiver(NotificationProperties.Subscriber subscriber, CredentialsProperties all) {
        String reference = subscriber.credentials();
        Credentials credentials = reference == null
                ? new Credentials("", null, null, null)
                : all.find(reference)
                        .orElseThrow(() -> wrong(
                                subscriber,
                                "names credentials '" + reference + "', which the environment does not hold"));
        String address = subscriber.url() == null ? credentials.url() : subscriber.url();
        if (address == null) {
            throw wrong(subscriber, "has no address");
        }
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException e) {
            throw wrong(subscriber, "has an address that is none");
        }
        boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!http || uri.getHost() == null || uri.getUserInfo() != null) {
            throw wrong(subscriber, "needs an address that begins with http:// or https:// and names no user");
        }
        String secret = credentials.token();
        if (subscriber.type() == NotificationProperties.Type.WEBHOOK && (secret == null || secret.isBlank())) {
            throw wrong(subscriber, "needs credentials with a token, with which its documents are signed");
        }
        return new Receiver(subscriber, uri, secret);
    }

    private static IllegalArgumentException wrong(NotificationProperties.Subscriber subscriber, String what) {
        return new IllegalArgumentException(
                "Subscriber '" + subscriber.name() + "' of verisim.notifications.subscribers " + what);
    }

    /** Names of those who want a kind. */
    List<String> of(NoticeKind kind) {
        return receivers.values().stream()
                .map(Receiver::subscriber)
                .filter(subscriber -> subscriber.wants(kind))
                .map(NotificationProperties.Subscriber::name)
                .toList();
    }

    Optional<Receiver> named(String name) {
        return Optional.ofNullable(receivers.get(name));
    }

    private static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = address instanceof Inet6Address && (bytes[0] & 0xfe) == 0xfc;
        boolean shared = bytes.length == 4 && (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64;
        return uniqueLocal
                || shared
                || address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress();
    }
}
