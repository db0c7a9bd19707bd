package io.verisim.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.verisim.cli.Verisim;
import io.verisim.cli.home.Home;
import io.verisim.cli.home.RunningInstance;
import io.verisim.model.message.MessageCodec;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The audit commands, against a server that answers as the orchestrator does. */
class AuditCommandTest {

    private static final String INTACT = """
            {"entries": 3, "intact": true, "head": {"position": 3, "hash": "00"}, "anchored": 3, "findings": [],
             "found": 0}""";
    private static final String ALTERED = """
            {"entries": 3, "intact": false, "head": {"position": 3, "hash": "00"}, "findings": [
              {"kind": "altered", "position": 2, "entry": "018f0000-0000-7000-8000-000000000002",
               "detail": "The entry of position 2 is not what its hash says."},
              {"kind": "inserted", "entry": "018f0000-0000-7000-8000-000000000009",
               "detail": "Entry 9 has no position in the chain and waits for none."}], "found": 2}""";
    private static final String ENTRIES = """
            {"entries": [{"seq": 7, "at": "2026-11-21T12:00:00Z", "actor": {"kind": "user", "id": "ada"},
              "action": "workflow.retry", "workflow": "018f0000-0000-7000-8000-000000000001", "detail": {}}],
             "last": 7}""";

    @TempDir
    private Path folder;

    private HttpServer server;
    private RunningInstance instance;
    private final List<String> asked = new ArrayList<>();
    private int status = 200;
    private String answer = "";
    private boolean cut;
    private String out = "";
    private String err = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        instance = RunningInstance.acquire(Home.open(folder.resolve("home")));
        instance.announce(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @AfterEach
    void stop() throws IOException {
        instance.close();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().toString());
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, cut ? body.length + 10 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private int audit(Object... arguments) {
        CommandLine line = Verisim.commandLine();
        StringWriter printed = new StringWriter();
        StringWriter complained = new StringWriter();
        line.setOut(new PrintWriter(printed));
        line.setErr(new PrintWriter(complained));
        List<String> all = new ArrayList<>(List.of("audit"));
        Arrays.stream(arguments).map(String::valueOf).forEach(all::add);
        if (arguments.length > 0) {
            all.addAll(List.of("--home", folder.resolve("home").toString()));
        }
        int exit = line.execute(all.toArray(String[]::new));
        out = printed.toString();
        err = complained.toString();
        return exit;
    }

    @Test
    void anIntactLogIsExitZero() {
        answer = INTACT;
        assertThat(audit("verify")).isZero();
        assertThat(out).isEqualTo("Intact: 3 entries, anchored up to position 3." + System.lineSeparator());
        assertThat(asked).containsExactly("/api/v1/audit/verification");
    }

    @Test
    void findingsAreOneLineEachAndExitThree() {
        answer = ALTERED;
        assertThat(audit("verify")).isEqualTo(3);
        assertThat(out.lines()).hasSize(3);
        assertThat(out.lines().toList().getFirst())
                .startsWith("altered")
                .contains(" 2 ", "not what its hash says", "018f0000-0000-7000-8000-000000000002");
        assertThat(out.lines().toList().get(1)).startsWith("inserted").contains(" - ");
        assertThat(audit("verify", "--json")).isEqualTo(3);
        assertThat(MessageCodec.mapper().readTree(out).at("/findings/0/kind").asString())
                .isEqualTo("altered");
    }

    @Test
    void filtersReachTheOrchestrator() {
        answer = ENTRIES;
        assertThat(audit(
                        "list",
                        "--actor",
                        "ada & co",
                        "--action",
                        "workflow.*",
                        "--from",
                        "2026-11-21T10:00:00Z",
                        "--limit",
                        "1",
                        "--after",
                        "5"))
                .isZero();
        assertThat(asked)
                .containsExactly("/api/v1/audit?limit=1&actor=ada+%26+co&action=workflow.*"
                        + "&from=2026-11-21T10%3A00%3A00Z&after=5");
        assertThat(out).contains("7", "user ada", "workflow.retry", "--after 7");
        assertThat(audit("list", "--limit", "0")).isEqualTo(2);
    }

    @Test
    void whatTheOrchestratorRefusesIsTold() {
        status = 400;
        answer = """
                {"code": "PARAMETER_INVALID", "detail": "Parameter 'from' is not valid.", "remedy": "Give a time."}""";
        assertThat(audit("list", "--from", "yesterday")).isEqualTo(10);
        assertThat(err).contains("Parameter 'from' is not valid. Give a time.");
        assertThat(audit("export", "--format", "csv", "--out", folder.resolve("a.csv")))
                .isEqualTo(10);
        assertThat(err).contains("Parameter 'from' is not valid. Give a time.");
        assertThat(files()).isEmpty();
    }

    @Test
    void anExportIsNotWrittenOverAFileUnlessForced() throws IOException {
        answer = "seq,position\r\n1,1\r\n";
        Path file = folder.resolve("audit.csv");
        assertThat(audit("export", "--format", "csv", "--out", file)).isZero();
        assertThat(file).hasContent(answer);
        assertThat(asked).containsExactly("/api/v1/audit/export?format=csv");
        answer = "seq,position\r\n";
        assertThat(audit("export", "--format", "CSV", "--out", file)).isEqualTo(2);
        assertThat(err).contains("exists already", "--force");
        assertThat(audit("export", "--format", "csv", "--out", file, "--force")).isZero();
        assertThat(file).hasContent(answer);
        assertThat(files()).containsExactly("audit.csv");
    }

    @Test
    void anExportThatBreaksOffLeavesWhatWasThere() throws IOException {
        Path file = folder.resolve("audit.json");
        Files.writeString(file, "before");
        cut = true;
        answer = "{\"entries\":[";
        assertThat(audit("export", "--format", "json", "--out", file, "--force"))
                .isEqualTo(12);
        assertThat(file).hasContent("before");
        assertThat(files()).containsExactly("audit.json");
    }

    @Test
    void whatIsMissingIsUsage() {
        assertThat(audit()).isEqualTo(2);
        assertThat(err).contains("verify, list or export");
        assertThat(audit("export", "--format", "csv")).isEqualTo(2);
        assertThat(audit("export", "--format", "xml", "--out", "a")).isEqualTo(2);
        assertThat(audit("export", "--format", "csv", "--out", folder.resolve("none/a.csv")))
                .isEqualTo(2);
    }

    private List<String> files() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
