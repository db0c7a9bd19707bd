package io.verisim.bench.overhead;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import io.verisim.embedded.connection.ServiceConnections;
import io.verisim.embedded.home.LoopbackPort;
import io.verisim.model.message.MessageCodec;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import tools.jackson.databind.JsonNode;

/** An orchestrator in a process of its own, as it is deployed, with a pipeline of trivial tasks. */
final class OrchestratorProcess implements AutoCloseable {

    private static final String MAIN = "io.verisim.orchestrator.boot.OrchestratorApplication";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final long STOP_SECONDS = 15;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final URI url;
    private final Path log;

    private OrchestratorProcess(Process process, URI url, Path log) {
        this.process = process;
        this.url = url;
        this.log = log;
    }

    /** Starts it and waits until it answers. */
    static OrchestratorProcess start(ServiceConnections services, Path scratch) throws IOException {
        int port = LoopbackPort.anyFree();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-XX:+UseSerialGC"));
        command.addAll(classArchive());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
        Path log = scratch.resolve("orchestrator.log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment(services, port));
        OrchestratorProcess orchestrator =
                new OrchestratorProcess(builder.start(), URI.create("http://127.0.0.1:" + port), log);
        orchestrator.awaitReady();
        return orchestrator;
    }

    /** What this JVM was started with, as the process form starts its processes. */
    private static List<String> classArchive() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-XX:AOTCache=") || option.startsWith("-XX:SharedArchiveFile="))
                .toList();
    }

    private static Map<String, String> environment(ServiceConnections services, int port) {
        return Map.ofEntries(
                Map.entry("VERISIM_PORT", String.valueOf(port)),
                Map.entry("VERISIM_PIPELINE", "classpath:verisim/bench/trivial-pipeline.yaml"),
                Map.entry("VERISIM_DB_URL", services.orchestrator().jdbcUrl()),
                Map.entry("VERISIM_DB_USER", services.orchestrator().username()),
                Map.entry("VERISIM_DB_PASSWORD", services.orchestrator().password()),
                Map.entry("VERISIM_RABBITMQ_HOST", services.broker().host()),
                Map.entry(
                        "VERISIM_RABBITMQ_PORT",
                        String.valueOf(services.broker().port())),
                Map.entry("VERISIM_RABBITMQ_USER", services.broker().username()),
                Map.entry("VERISIM_RABBITMQ_PASSWORD", services.broker().password()),
                Map.entry("VERISIM_RABBITMQ_VHOST", services.broker().virtualHost()),
                Map.entry("VERISIM_QUORUM", String.valueOf(services.broker().quorum())),
                Map.entry("VERISIM_S3_ENDPOINT", services.objects().endpoint().toString()),
                Map.entry("VERISIM_S3_REGION", services.objects().region()),
                Map.entry("VERISIM_S3_BUCKET", services.objects().bucket()),
                Map.entry("VERISIM_S3_ACCESS_KEY", services.objects().accessKey()),
                Map.entry("VERISIM_S3_SECRET_KEY", services.objects().secretKey()));
    }

    private void awaitReady() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (send(HttpRequest.newBuilder(url.resolve("/api/v1/health")).GET())
                                .statusCode()
                        == 200) {
                    return;
                }
            } catch (IOException e) {
                // Not yet.
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        close();
        throw new IOException("The orchestrator did not start; see " + log + ".");
    }

    /** Starts a workflow of the pipeline with the stages named left out. */
    void submit(String name, List<String> skip, byte[] source) throws IOException {
        String configuration = MessageCodec.mapper().writeValueAsString(Map.of("name", name, "skipStages", skip));
        String boundary = "verisim-boundary";
        byte[] head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"configuration\"\r\n"
                        + "Content-Type: application/json\r\n\r\n" + configuration + "\r\n--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"source\"; filename=\"source.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> response = send(HttpRequest.newBuilder(url.resolve("/api/v1/workflows"))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofByteArray(head),
                        BodyPublishers.ofByteArray(source),
                        BodyPublishers.ofByteArray(tail))));
        if (response.statusCode() != 202) {
            throw new IOException("A workflow was not taken: " + response.statusCode() + " " + response.body());
        }
    }

    /** Whether an agent offers tasks. */
    boolean hasAgent() throws IOException {
        JsonNode agents = MessageCodec.mapper()
                .readTree(send(HttpRequest.newBuilder(url.resolve("/api/v1/agents"))
                                .GET())
                        .body());
        return !agents.path("agents").isEmpty();
    }

    /** Bytes that are in use after a collection. */
    @SuppressWarnings("BanJNDI") // the address comes from a process that the bench has started
    long liveHeap() throws IOException {
        try {
            VirtualMachine machine = VirtualMachine.attach(String.valueOf(process.pid()));
            String address = machine.startLocalManagementAgent();
            machine.detach();
            try (JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(address))) {
                MemoryMXBean memory = ManagementFactory.newPlatformMXBeanProxy(
                        connector.getMBeanServerConnection(), ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
                // The second finds what the finalizers and reference queues of the first let go.
                memory.gc();
                memory.gc();
                return memory.getHeapMemoryUsage().getUsed();
            }
        } catch (AttachNotSupportedException e) {
            throw new IOException("The heap of the orchestrator cannot be measured: " + e.getMessage(), e);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    @Override
    public void close() {
        http.close();
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
