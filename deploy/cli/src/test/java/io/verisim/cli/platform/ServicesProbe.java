package io.verisim.cli.platform;

import io.verisim.embedded.connection.DatabaseConnection;
import io.verisim.embedded.connection.ObjectsConnection;
import io.verisim.model.message.MessageCodec;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Leaves something with each service, and finds it again with the same addresses and credentials. */
final class ServicesProbe {

    private static final String QUEUE = "probe";
    private static final String KEPT = "kept";

    private final Services services;
    private final HttpClient http = HttpClient.newHttpClient();

    ServicesProbe(Services services) {
        this.services = services;
    }

    /** Returns the key of the issue that it makes. */
    String leave() throws IOException, InterruptedException {
        broker(template -> {
            new RabbitAdmin(template).declareQueue(new Queue(QUEUE));
            template.setChannelTransacted(true);
            template.convertAndSend(QUEUE, KEPT);
            return "";
        });
        try (S3Client s3 = s3()) {
            s3.putObject(
                    put -> put.bucket(services.connections().objects().bucket()).key(QUEUE),
                    RequestBody.fromString(KEPT));
        }
        String issue = """
                {"fields": {"project": {"key": "CRM"}, "issuetype": {"name": "Bug"}, "summary": "kept"}}""";
        HttpResponse<String> created = http.send(
                jira("/rest/api/3/issue").POST(BodyPublishers.ofString(issue)).build(), BodyHandlers.ofString());
        return MessageCodec.mapper().readTree(created.body()).path("key").asString();
    }

    /** The body of the message that was left; it is gone afterwards. */
    String message() {
        return broker(template -> String.valueOf(template.receiveAndConvert(QUEUE)));
    }

    String object() {
        try (S3Client s3 = s3()) {
            return s3.getObjectAsBytes(
                            get -> get.bucket(services.connections().objects().bucket())
                                    .key(QUEUE))
                    .asUtf8String();
        }
    }

    /** Summary of an issue. */
    String issue(String key) throws IOException, InterruptedException {
        HttpRequest request = jira("/rest/api/3/issue/" + key).GET().build();
        String body = http.send(request, BodyHandlers.ofString()).body();
        return MessageCodec.mapper().readTree(body).at("/fields/summary").asString("");
    }

    /** Status of the answer to signing in to the system under test; 303 where it lets one in. */
    int signIn() throws IOException, InterruptedException {
        HttpClient visitor =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(services.crm() + "/sign-in"));
        Matcher token = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"")
                .matcher(visitor.send(request.build(), BodyHandlers.ofString()).body());
        String form = "user=" + encoded(services.crmUser()) + "&password=" + encoded(services.crmPassword()) + "&csrf="
                + (token.find() ? encoded(token.group(1)) : "");
        request.header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form));
        return visitor.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    /** The one number that a query on the target database yields. */
    long number(String query) throws SQLException {
        try (Connection connection = target();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    Connection target() throws SQLException {
        DatabaseConnection loader = services.connections().target().loader();
        return DriverManager.getConnection(loader.jdbcUrl(), loader.username(), loader.password());
    }

    private String broker(Function<RabbitTemplate, String> use) {
        CachingConnectionFactory connections =
                new CachingConnectionFactory(services.connections().broker().uri());
        try {
            return use.apply(new RabbitTemplate(connections));
        } finally {
            connections.destroy();
        }
    }

    private S3Client s3() {
        ObjectsConnection objects = services.connections().objects();
        return S3Client.builder()
                .endpointOverride(objects.endpoint())
                .region(Region.of(objects.region()))
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(objects.accessKey(), objects.secretKey())))
                .build();
    }

    private HttpRequest.Builder jira(String path) {
        String credentials = services.jiraUser() + ":" + services.jiraToken();
        return HttpRequest.newBuilder(services.jira().resolve(path))
                .header("Content-Type", "application/json")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
