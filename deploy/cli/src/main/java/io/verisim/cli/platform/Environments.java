package io.verisim.cli.platform;

import io.verisim.cli.home.Home;
import io.verisim.embedded.connection.BrokerConnection;
import io.verisim.embedded.connection.DatabaseConnection;
import io.verisim.embedded.connection.ObjectsConnection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What each application is told, by environment variable: what it needs to reach, and no more. */
final class Environments {

    private static final String CREDENTIALS = "VERISIM_CREDENTIALS_";

    private final Home home;
    private final Services services;
    private final PlatformOptions options;

    Environments(Home home, Services services, PlatformOptions options) {
        this.home = home;
        this.services = services;
        this.options = options;
    }

    Map<String, String> of(Application application) {
        return of(Replica.first(application));
    }

    /** The same for any of its processes, each with a working directory of its own. */
    Map<String, String> of(Replica replica) {
        Application application = replica.application();
        Map<String, String> environment = new LinkedHashMap<>();
        broker(environment);
        objects(environment);
        environment.put("VERISIM_WORK", home.work(replica.name()).toString());
        switch (application) {
            case ORCHESTRATOR -> orchestrator(environment);
            case DISTRIBUTOR -> {
                target(environment);
                environment.put("VERISIM_EXPORTS", "");
            }
            case TEST_CASE_BUILDER -> jira(environment);
            case TEST_EXECUTOR -> {
                jira(environment);
                systemUnderTest(environment);
                environment.put("VERISIM_UNSAFE", String.valueOf(options.unsafe()));
                environment.put("VERISIM_RUNNER_DIR", runnerDirectory(replica));
                environment.put("VERISIM_WARM_SANDBOXES", String.valueOf(options.warmSandboxes()));
            }
            case DATA_PROCESSOR, SYNTHESIZER -> {}
        }
        return environment;
    }

    private void broker(Map<String, String> environment) {
        BrokerConnection broker = services.connections().broker();
        environment.put("VERISIM_RABBITMQ_HOST", broker.host());
        environment.put("VERISIM_RABBITMQ_PORT", String.valueOf(broker.port()));
        environment.put("VERISIM_RABBITMQ_USER", broker.username());
        environment.put("VERISIM_RABBITMQ_PASSWORD", broker.password());
        environment.put("VERISIM_RABBITMQ_VHOST", broker.virtualHost());
        environment.put("VERISIM_QUORUM", String.valueOf(broker.quorum()));
    }

    private void objects(Map<String, String> environment) {
        ObjectsConnection objects = services.connections().objects();
        environment.put("VERISIM_S3_ENDPOINT", objects.endpoint().toString());
        environment.put("VERISIM_S3_REGION", objects.region());
        environment.put("VERISIM_S3_BUCKET", objects.bucket());
        environment.put("VERISIM_S3_ACCESS_KEY", objects.accessKey());
        environment.put("VERISIM_S3_SECRET_KEY", objects.secretKey());
    }

    private void orchestrator(Map<String, String> environment) {
        DatabaseConnection database = services.connections().orchestrator();
        environment.put("VERISIM_DB_URL", database.jdbcUrl());
        environment.put("VERISIM_DB_USER", database.username());
        environment.put("VERISIM_DB_PASSWORD", database.password());
        environment.put("VERISIM_PORT", String.valueOf(options.port()));
        jira(environment);
    }

    private void target(Map<String, String> environment) {
        DatabaseConnection loader = services.connections().target().loader();
        credentials(environment, "TARGET", loader.jdbcUrl(), loader.username());
        environment.put(CREDENTIALS + "TARGET_PASSWORD", loader.password());
    }

    private void jira(Map<String, String> environment) {
        credentials(environment, "JIRA", services.jira().toString(), services.jiraUser());
        environment.put(CREDENTIALS + "JIRA_TOKEN", services.jiraToken());
    }

    private void systemUnderTest(Map<String, String> environment) {
        credentials(environment, "CRM", services.crm().toString(), services.crmUser());
        environment.put(CREDENTIALS + "CRM_PASSWORD", services.crmPassword());
    }

    private static void credentials(Map<String, String> environment, String name, String url, String user) {
        environment.put(CREDENTIALS + name + "_URL", url);
        environment.put(CREDENTIALS + name + "_USERNAME", user);
    }

    /** What sandboxes share is prepared at build; without a build, in the one directory that the agent may write. */
    private String runnerDirectory(Replica replica) {
        String distribution = System.getenv("VERISIM_DIST");
        return distribution == null
                ? home.work(replica.name()).resolve("runner").toString()
                : distribution + "/runner";
    }

    /**
     * The same settings as properties, for an application in this JVM. Placeholders find variables by their own names;
     * what is bound directly is given its property name.
     */
    static Map<String, String> asProperties(Map<String, String> environment) {
        Map<String, String> properties = new LinkedHashMap<>();
        environment.forEach((name, value) -> properties.put(
                name.startsWith(CREDENTIALS) ? name.toLowerCase(Locale.ROOT).replace('_', '.') : name, value));
        return properties;
    }
}
