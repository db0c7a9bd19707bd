package io.verisim.mock.jira;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a body of type {@code multipart/form-data} (RFC 7578). */
final class Multipart {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
    private static final Pattern FILENAME = Pattern.compile("[; ]filename=\"([^\"]*)\"");
    private static final byte[] HEADER_END = {'\r', '\n', '\r', '\n'};

    private Multipart() {}

    /** One part; without a file name it is a plain field. */
    record Part(String name, @Nullable String filename, String mimeType, byte[] content) {}

    static List<Part> parse(String contentType, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data") || !boundary.find()) {
            throw Refusal.of(415, "Unsupported Media Type");
        }
        byte[] delimiter = ("--" + boundary.group(1)).getBytes(StandardCharsets.ISO_8859_1);
        List<Part> parts = new ArrayList<>();
        int at = indexOf(body, delimiter, 0);
        while (at >= 0) {
            int start = at + delimiter.length;
            int next = indexOf(body, delimiter, start);
            if (next < 0) {
                break;
            }
            parts.add(part(body, start + 2, next - 2));
            at = next;
        }
        return parts;
    }

    private static Part part(byte[] body, int from, int to) {
        int headerEnd = indexOf(body, HEADER_END, from);
        if (headerEnd < 0 || headerEnd + HEADER_END.length > to) {
            throw Refusal.of(400, "Malformed multipart request");
        }
        String header = new String(body, from, headerEnd - from, StandardCharsets.UTF_8);
        String mimeType = "application/octet-stream";
        for (String line : header.split("\r\n", -1)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-type:")) {
                mimeType = line.substring("content-type:".length()).trim();
            }
        }
        Matcher name = NAME.matcher(header);
        Matcher filename = FILENAME.matcher(header);
        return new Part(
                name.find() ? name.group(1) : "",
                filename.find() ? filename.group(1) : null,
                mimeType,
                Arrays.copyOfRange(body, headerEnd + HEADER_END.length, to));
    }

    private static int indexOf(byte[] text, byte[] wanted, int from) {
        for (int at = from; at <= text.length - wanted.length; at++) {
            if (Arrays.equals(text, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }
}
