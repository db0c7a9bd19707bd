package io.verisim.orchestrator.workflow.adapter.web;

import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.error.VerisimException;
import io.verisim.model.id.IdSource;
import io.verisim.model.id.WorkflowId;
import io.verisim.orchestrator.configuration.ConfigurationReader;
import io.verisim.orchestrator.configuration.WorkflowConfiguration;
import io.verisim.orchestrator.objects.ObjectStore;
import io.verisim.orchestrator.pipeline.Pipeline;
import io.verisim.orchestrator.workflow.adapter.postgres.StartRequests;
import io.verisim.orchestrator.workflow.application.Transactions;
import io.verisim.orchestrator.workflow.application.WorkflowEngine;
import io.verisim.orchestrator.workflow.domain.Actor;
import io.verisim.orchestrator.workflow.domain.Workflow;
import io.verisim.orchestrator.workflow.domain.WorkflowOrder;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/**
 * Turns a multipart request into a running workflow. The server has written the parts to disk while they came in; from
 * there the source is streamed into the object store.
 */
public final class WorkflowStarter {

    static final Actor LOCAL_USER = new Actor("user", "local");

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[!-~]{1,255}");
    private static final int MAX_CONFIGURATION_BYTES = 1 << 20;
    private static final int MAX_NAME = 120;
    private static final int NAMED_DIGITS = 16;
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "csv", "text/csv",
            "tsv", "text/tab-separated-values",
            "txt", "text/csv",
            "json", "application/json",
            "jsonl", "application/x-ndjson",
            "parquet", "application/vnd.apache.parquet");

    private final ConfigurationReader configurations;
    private final Pipeline pipeline;
    private final ObjectStore objects;
    private final Starts starts;
    private final IdSource ids;
    private final Clock clock;

    /** What starts a workflow, once for each request. */
    public record Starts(Transactions transactions, StartRequests requests, WorkflowEngine engine) {}

    public WorkflowStarter(
            ConfigurationReader configurations,
            Pipeline pipeline,
            ObjectStore objects,
            Starts starts,
            IdSource ids,
            Clock clock) {
        this.configurations = configurations;
        this.pipeline = pipeline;
        this.objects = objects;
        this.starts = starts;
        this.ids = ids;
        this.clock = clock;
    }

    /** The workflow that a request starts; one that comes again has the workflow of the first. */
    WorkflowId start(HttpServletRequest request) {
        try {
            byte[] document = document(part(request, "configuration"));
            WorkflowConfiguration configuration = configurations.read(document);
            Part table = part(request, "source");
            String sha256 = sha256(table);
            String key = key(request.getHeader(IDEMPOTENCY_KEY));
            StartRequests.Request named = key == null
                    ? null
                    : new StartRequests.Request(project(configuration), key, fingerprint(document, table, sha256));
            Optional<WorkflowId> before = named == null ? Optional.empty() : starts.requests.find(named);
            return before.orElseGet(() -> start(named, configuration, table, sha256));
        } catch (IOException e) {
            throw new UncheckedIOException("The request could not be read", e);
        } catch (ServletException e) {
            throw new MultipartException("The body is no multipart form", e);
        }
    }

    private WorkflowId start(
            StartRequests.@Nullable Request named, WorkflowConfiguration configuration, Part table, String sha256) {
        WorkflowId id = new WorkflowId(ids.next());
        ArtifactRef source = store(id, table, sha256);
        WorkflowOrder order = new WorkflowOrder(
                id, project(configuration), configuration, source, actor(configuration), clock.instant());
        return starts.transactions.inOne(() -> {
            if (named != null && !starts.requests.isFirst(named, id, order.createdAt())) {
                return starts.requests.find(named).orElseThrow();
            }
            starts.engine.start(Workflow.created(order, pipeline));
            return id;
        });
    }

    /** What the sender calls the request; null where it cannot be repeated. */
    private static @Nullable String key(@Nullable String header) {
        if (header != null && !KEY.matcher(header).matches()) {
            throw VerisimException.configuration(
                    "IDEMPOTENCY_KEY_INVALID",
                    "The Idempotency-Key is not valid.",
                    "Use 1 to 255 visible ASCII characters, such as a random UUID.");
        }
        return header;
    }

    private static String fingerprint(byte[] document, Part table, String sha256) {
        MessageDigest digest = sha256();
        digest.update(document);
        digest.update((sha256 + name(table.getSubmittedFileName())).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Part part(HttpServletRequest request, String name) throws IOException, ServletException {
        Part part;
        try {
            part = request.getPart(name);
        } catch (IllegalStateException e) {
            // What the server throws where a part or the whole exceeds its limit.
            throw new MaxUploadSizeExceededException(-1, e);
        }
        if (part == null) {
            throw VerisimException.configuration(
                    "PART_MISSING",
                    "The form has no part '" + name + "'.",
                    "Send multipart/form-data with the parts 'configuration' (JSON) and 'source' (file).");
        }
        return part;
    }

    private static byte[] document(Part part) throws IOException {
        if (part.getSize() > MAX_CONFIGURATION_BYTES) {
            throw VerisimException.configuration(
                    "CONFIGURATION_TOO_LARGE",
                    "The configuration has " + part.getSize() + " bytes; " + MAX_CONFIGURATION_BYTES + " are allowed.",
                    "Send data as the source, not in the configuration.");
        }
        try (InputStream in = part.getInputStream()) {
            return in.readAllBytes();
        }
    }

    private ArtifactRef store(WorkflowId id, Part part, String sha256) {
        String name = name(part.getSubmittedFileName());
        String mediaType = MEDIA_TYPES.getOrDefault(suffix(name), "application/octet-stream");
        String key = "workflows/" + id + "/source/" + sha256.substring(0, NAMED_DIGITS) + "/" + name;
        URI uri = objects.put(key, mediaType, part.getSize(), () -> open(part));
        return new ArtifactRef(uri, mediaType, sha256, part.getSize(), null, null);
    }

    private static InputStream open(Part part) {
        try {
            return part.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last segment of what the sender calls the file, without anything that has a meaning in paths or headers. */
    static String name(@Nullable String submitted) {
        String last = submitted == null
                ? ""
                : submitted.substring(Math.max(submitted.lastIndexOf('/'), submitted.lastIndexOf('\\')) + 1);
        String safe = last.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^\\.+", "_");
        if (safe.isEmpty()) {
            return "source.csv";
        }
        return safe.length() > MAX_NAME ? safe.substring(safe.length() - MAX_NAME) : safe;
    }

    private static String suffix(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String sha256(Part part) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(part.getInputStream(), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every JDK has SHA-256", e);
        }
    }

    private static String project(WorkflowConfiguration configuration) {
        return String.valueOf(configuration.document().getOrDefault("project", "default"));
    }

    private static Actor actor(WorkflowConfiguration configuration) {
        Map<String, Object> actor = configuration.section("actor");
        return actor.isEmpty()
                ? LOCAL_USER
                : new Actor(String.valueOf(actor.get("kind")), String.valueOf(actor.get("id")));
    }
}
