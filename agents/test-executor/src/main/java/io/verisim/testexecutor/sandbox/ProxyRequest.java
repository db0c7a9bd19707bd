package io.verisim.testexecutor.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The head of a request to a proxy.
 *
 * @param target where it leads
 * @param tunnel whether it asks for a tunnel (CONNECT)
 * @param head what is sent to the target: the head in origin form, and what of the body came with it
 */
record ProxyRequest(HostPort target, boolean tunnel, byte[] head) {

    private static final byte[] END = {'\r', '\n', '\r', '\n'};

    /** Reads a head; null where it is none, or too long. */
    static @Nullable ProxyRequest read(SocketChannel client, ByteBuffer buffer) throws IOException {
        int end = -1;
        while (end < 0) {
            int from = Math.max(0, buffer.position() - END.length + 1);
            if (!buffer.hasRemaining() || client.read(buffer) < 0) {
                return null;
            }
            end = endOfHead(buffer, from);
        }
        String head = new String(buffer.array(), 0, end, StandardCharsets.ISO_8859_1);
        byte[] rest = java.util.Arrays.copyOfRange(buffer.array(), end + END.length, buffer.position());
        try {
            return parse(head, rest);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static int endOfHead(ByteBuffer buffer, int from) {
        byte[] bytes = buffer.array();
        for (int i = from; i + END.length <= buffer.position(); i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n' && bytes[i + 2] == '\r' && bytes[i + 3] == '\n') {
                return i;
            }
        }
        return -1;
    }

    static ProxyRequest parse(String head, byte[] rest) {
        String[] lines = head.split("\r\n", -1);
        String[] first = lines[0].split(" ", -1);
        if (first.length != 3) {
            throw new IllegalArgumentException("No request line");
        }
        if (first[0].equals("CONNECT")) {
            int colon = first[1].lastIndexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException("No port");
            }
            return new ProxyRequest(
                    new HostPort(first[1].substring(0, colon), Integer.parseInt(first[1].substring(colon + 1))),
                    true,
                    rest);
        }
        URI uri = URI.create(first[1]);
        HostPort target = HostPort.of(uri);
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        // The host as in the address, whatever the request says: one server may stand for several hosts.
        StringBuilder origin = new StringBuilder(
                first[0] + " " + path + query + " " + first[2] + "\r\nHost: " + uri.getRawAuthority() + "\r\n");
        for (int i = 1; i < lines.length; i++) {
            String name = lines[i].toLowerCase(Locale.ROOT);
            if (!name.startsWith("proxy-") && !name.matches("\\s*(connection|host)\\s*:.*")) {
                origin.append(lines[i]).append("\r\n");
            }
        }
        origin.append("Connection: close\r\n\r\n");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(origin.toString().getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(rest);
        return new ProxyRequest(target, false, all.toByteArray());
    }
}
