package io.verisim.atlassian.adapter;

import io.verisim.atlassian.Adf;
import io.verisim.atlassian.IssueKey;
import io.verisim.atlassian.JiraClient;
import io.verisim.atlassian.JiraIssue;
import io.verisim.atlassian.NewIssue;
import io.verisim.model.message.MessageCodec;
import java.net.http.HttpClient;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Jira over HTTP. Safe for several threads. */
public final class HttpJiraClient implements JiraClient {

    /** Entity property of a comment that says what it is the effect of. */
    static final String EFFECT_PROPERTY = "verisim.effect";

    private static final int PAGE = 100;
    private static final List<String> FIELDS =
            List.of("issuetype", "summary", "description", "labels", "status", "updated", "reporter");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss[.SSS][XX][XXX]", Locale.ROOT);

    private final JsonMapper mapper = MessageCodec.mapper();
    private final JiraApi api;
    private final JiraErrors errors;
    private final JiraConnection connection;

    private HttpJiraClient(JiraConnection connection) {
        this.connection = connection;
        errors = new JiraErrors(connection.url(), mapper);
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connection.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(connection.readTimeout());
        RestClient client = RestClient.builder()
                .baseUrl(connection.url().toString().replaceAll("/+$", ""))
                .requestFactory(requests)
                .requestInterceptor(new BoundedAnswers(connection.maxAnswerBytes()))
                .defaultHeaders(headers -> headers.setBasicAuth(connection.user(), connection.token()))
                .configureMessageConverters(converters ->
                        converters.registerDefaults().withJsonConverter(new JacksonJsonHttpMessageConverter(mapper)))
                .build();
        api = HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .build()
                .createClient(JiraApi.class);
    }

    /** A client that connects when it is first used. */
    public static JiraClient of(JiraConnection connection) {
        return new HttpJiraClient(connection);
    }

    @Override
    public List<JiraIssue> search(String jql, int limit) {
        List<JiraIssue> found = new ArrayList<>();
        String token = null;
        do {
            int size = Math.min(PAGE, limit - found.size());
            JsonNode page = page(new JiraApi.SearchRequest(jql, token, size, FIELDS));
            page.path("issues").forEach(issue -> found.add(read(issue)));
            String next = page.path("nextPageToken").asString(null);
            if (page.path("isLast").asBoolean(next == null) || next == null || next.equals(token)) {
                return found;
            }
            token = next;
        } while (found.size() < limit);
        return found;
    }

    private JsonNode page(JiraApi.SearchRequest request) {
        JsonNode page = errors.during("search for '" + request.jql() + "'", () -> api.search(request));
        if (!page.path("issues").isArray()) {
            throw errors.unreadable("search for '" + request.jql() + "'");
        }
        return page;
    }

    @Override
    public JiraIssue issue(IssueKey key) {
        return read(errors.during("show " + key, () -> api.issue(key.value(), String.join(",", FIELDS))));
    }

    private JiraIssue read(JsonNode issue) {
        String key = issue.path("key").asString("");
        if (!IssueKey.valid(key)) {
            throw errors.unreadable("show an issue");
        }
        JsonNode fields = issue.path("fields");
        List<String> labels = new ArrayList<>();
        fields.path("labels").forEach(label -> labels.add(label.asString("")));
        JsonNode status = fields.path("status");
        return new JiraIssue(
                IssueKey.of(key),
                fields.path("issuetype").path("name").asString(""),
                fields.path("summary").asString(""),
                Adf.of(fields.path("description")),
                labels,
                status.path("name").asString(""),
                status.path("statusCategory").path("key").asString("").equals("done"),
                time(fields.path("updated").asString("")),
                fields.path("reporter").path("accountId").asString(null));
    }

    private static @Nullable Instant time(String text) {
        try {
            return text.isEmpty() ? null : OffsetDateTime.parse(text, TIME).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    @Override
    public boolean addComment(IssueKey issue, Adf body, String effect) {
        if (hasComment(issue, effect)) {
            return false;
        }
        ObjectNode comment = mapper.createObjectNode();
        comment.set("body", body.json());
        ObjectNode property = comment.putArray("properties").addObject();
        property.put("key", EFFECT_PROPERTY).putObject("value").put("id", effect);
        errors.run("comment on " + issue, () -> api.comment(issue.value(), comment));
        return true;
    }

    private boolean hasComment(IssueKey issue, String effect) {
        long startAt = 0;
        while (true) {
            long from = startAt;
            JsonNode page = errors.during("list the comments of " + issue, () -> api.comments(issue.value(), from));
            JsonNode comments = page.path("comments");
            for (JsonNode comment : comments) {
                for (JsonNode property : comment.path("properties")) {
                    if (property.path("key").asString("").equals(EFFECT_PROPERTY)
                            && property.path("value").path("id").asString("").equals(effect)) {
                        return true;
                    }
                }
            }
            startAt += comments.size();
            if (comments.isEmpty() || startAt >= page.path("total").asLong(0)) {
                return false;
            }
        }
    }

    @Override
    public boolean transition(IssueKey issue, String statusOrTransition) {
        JsonNode offered = errors.during("list the transitions of " + issue, () -> api.transitions(issue.value()))
                .path("transitions");
        Optional<String> id = transitionId(offered, statusOrTransition);
        if (id.isEmpty()) {
            return issue(issue).status().equalsIgnoreCase(statusOrTransition);
        }
        ObjectNode body = mapper.createObjectNode();
        body.putObject("transition").put("id", id.get());
        errors.run("move " + issue + " to '" + statusOrTransition + "'", () -> api.transition(issue.value(), body));
        return true;
    }

    private static Optional<String> transitionId(JsonNode offered, String name) {
        for (JsonNode transition : offered) {
            if (transition.path("to").path("name").asString("").equalsIgnoreCase(name)
                    || transition.path("name").asString("").equalsIgnoreCase(name)) {
                return Optional.of(transition.path("id").asString(""));
            }
        }
        return Optional.empty();
    }

    @Override
    public IssueKey createIssue(NewIssue issue) {
        ObjectNode body = mapper.createObjectNode();
        ObjectNode fields = body.putObject("fields");
        fields.putObject("project").put("key", issue.project());
        fields.putObject("issuetype").put("name", issue.type());
        fields.put("summary", issue.summary());
        fields.set("description", issue.description().json());
        issue.labels().forEach(fields.putArray("labels")::add);
        String what = "create a " + issue.type() + " in project " + issue.project();
        String key = errors.during(what, () -> api.create(body)).path("key").asString("");
        if (!IssueKey.valid(key)) {
            throw errors.unreadable(what);
        }
        return IssueKey.of(key);
    }

    @Override
    public boolean attach(IssueKey issue, String filename, String mediaType, byte[] content) {
        JsonNode shown =
                errors.during("list the attachments of " + issue, () -> api.issue(issue.value(), "attachment"));
        for (JsonNode attachment : shown.path("fields").path("attachment")) {
            if (attachment.path("filename").asString("").equals(filename)) {
                return false;
            }
        }
        MultiValueMap<String, HttpEntity<NamedBytes>> parts = new LinkedMultiValueMap<>();
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.parseMediaType(mediaType));
        parts.add("file", new HttpEntity<>(new NamedBytes(content, filename), headers));
        String what = "attach " + filename + " to " + issue;
        JsonNode added = errors.during(what, () -> api.attach(issue.value(), "no-check", parts));
        if (added.isEmpty()) {
            throw errors.unreadable(what);
        }
        return true;
    }

    @Override
    public void check() {
        errors.run("say who the user is", api::myself);
    }

    @Override
    public String toString() {
        return "HttpJiraClient[" + connection + "]";
    }

    /** Bytes of an upload with a file name. */
    static final class NamedBytes extends ByteArrayResource {

        private final String filename;

        NamedBytes(byte[] content, String filename) {
            super(content);
            this.filename = filename;
        }

        @Override
        public String getFilename() {
            return filename;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof NamedBytes named && filename.equals(named.filename) && super.equals(other);
        }

        @Override
        public int hashCode() {
            return 31 * super.hashCode() + filename.hashCode();
        }
    }
}
