package io.verisim.mock.crm;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser of the simplest kind: follows redirects, keeps cookies, posts the forms it is shown. */
final class Visitor implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([0-9a-f]+)\"");

    private final URI base;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .build();

    Visitor(URI base) {
        this.base = base;
    }

    Visitor signIn(String user, String password) throws Exception {
        post("/sign-in", "/sign-in", Map.of("user", user, "password", password));
        return this;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(base.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Posts to a path with the token that another page shows. */
    HttpResponse<String> post(String formPath, String path, Map<String, String> fields) throws Exception {
        Matcher token = TOKEN.matcher(get(formPath).body());
        Map<String, String> all = new LinkedHashMap<>(fields);
        if (token.find()) {
            all.put("csrf", token.group(1));
        }
        return post(path, all);
    }

    HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** The text inside the element with a test id, tags dropped and entities resolved. */
    static String text(HttpResponse<String> page, String testId) {
        Matcher found = Pattern.compile(
                        "data-testid=\"" + Pattern.quote(testId) + "\"[^>]*>(.*?)</(?:td|dd|p|span|strong)>",
                        Pattern.DOTALL)
                .matcher(page.body());
        return found.find() ? unescape(found.group(1).replaceAll("<[^>]*>", "")) : "no element '" + testId + "'";
    }

    static String linkNamed(HttpResponse<String> page, String name) {
        Matcher found = Pattern.compile("<a [^>]*href=\"([^\"]*)\"[^>]*(?:aria-label=\"" + Pattern.quote(name)
                        + "\"[^>]*>|>" + Pattern.quote(name) + "</a>)")
                .matcher(page.body());
        return found.find() ? unescape(found.group(1)) : "no link '" + name + "'";
    }

    static String unescape(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
