package io.verisim.testexecutor.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SandboxEscapeTest {

    private static final SandboxLimits LIMITS = SandboxLimits.defaults();

    @SuppressWarnings("NullAway.Init")
    private Sandbox sandbox;

    @BeforeAll
    void findSandbox() {
        sandbox = WorkingSandbox.require();
    }

    @Test
    void readsNeitherPasswordsNorHomesNorStateNorTheProcessTable(@TempDir Path state) throws Exception {
        Files.writeString(state.resolve("secret"), "the state of the orchestrator");
        String home = System.getProperty("user.home");

        String said = run("cat /etc/shadow; ls -a %s; cat %s/secret; ls /home /root /var /opt /run /srv /mnt; ls /proc"
                .formatted(home, state));

        assertThat(said).doesNotContain("root:").doesNotContain("the state of the orchestrator");
        assertThat(said.lines().filter(line -> line.matches("[0-9]+")).map(Integer::parseInt))
                .as("process ids it sees")
                .allMatch(pid -> pid < 20);
        assertThat(said).contains(home + "': No such file");
    }

    @Test
    void writesNowhereButInItsScratchDirectory() throws Exception {
        String said = run("for d in / /usr /etc /bin /proc /sys /dev /tmp $HOME; do"
                + " echo x > $d/verisim-escape && echo wrote $d; done");

        assertThat(said.lines().filter(line -> line.startsWith("wrote")).map(line -> line.substring(6)))
                .as("memory of its own")
                .allMatch(folder -> folder.equals("/tmp") || folder.startsWith(scratches.toString()));
        assertThat(Path.of("/tmp/verisim-escape")).doesNotExist();
        assertThat(Path.of("/dev/verisim-escape")).doesNotExist();
    }

    @Test
    void isNobodyWithoutCapabilitiesAndMakesNoNamespaces() throws Exception {
        String said = run("id -u; grep CapEff /proc/self/status; unshare -r id -u");

        assertThat(said).startsWith("65534").contains("CapEff:\t0000000000000000");
        assertThat(said.lines().filter(line -> line.equals("0")))
                .as("root in a namespace of its own")
                .isEmpty();
    }

    /** Writes what is there already, so that a kernel that lets it stays as it was. */
    @Test
    void changesNoSettingOfTheKernelAlsoWhereRootStartedIt() throws Exception {
        String said = run("for f in /proc/sys/kernel/core_pattern /proc/sys/vm/swappiness; do"
                + " v=$(cat $f); (echo \"$v\" > $f) 2>/dev/null && echo wrote $f; done; echo done");

        assertThat(said).contains("done").doesNotContain("wrote");
    }

    @Test
    void seesNoEnvironmentOfTheAgent() throws Exception {
        String said = run("env");

        assertThat(said.lines().filter(line -> line.contains("=")).map(line -> line.substring(0, line.indexOf('='))))
                .containsOnly("HOME", "PATH", "PWD", "GIVEN");
    }

    @Test
    void reachesNoPortDirectly() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path client = javaProgram("""
                    try (var s = new java.net.Socket("127.0.0.1", %d)) { System.out.println("connected"); }
                    catch (java.io.IOException e) { System.out.println("refused: " + e.getMessage()); }
                    """.formatted(server.getLocalPort()));

            try (Box box = startJava(client, LIMITS)) {
                box.proxy().allow(new HostPort("127.0.0.1", server.getLocalPort()));
                assertThat(box.output()).contains("refused").doesNotContain("connected");
            }
        }
    }

    @Test
    void reachesAnAllowedHostByItsProxyAndNoOther() throws Exception {
        HttpServer site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            byte[] body = ("you asked for " + exchange.getRequestURI()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        site.start();
        int port = site.getAddress().getPort();
        Path client = javaProgram("""
                for (String target : new String[] {"127.0.0.1:%1$d", "127.0.0.1:%2$d", "example.org:80"}) {
                  for (String head : new String[] {"GET http://" + target + "/page HTTP/1.1\\r\\nHost: " + target + "\\r\\n\\r\\n",
                                                   "CONNECT " + target + " HTTP/1.1\\r\\n\\r\\n"}) {
                    try (var c = java.nio.channels.SocketChannel.open(
                        java.net.UnixDomainSocketAddress.of(System.getenv("HOME") + "/proxy"))) {
                      c.write(java.nio.ByteBuffer.wrap(head.getBytes()));
                      var b = java.nio.ByteBuffer.allocate(4096);
                      c.read(b);
                      System.out.println(target + " " + new String(b.array(), 0, b.position()).lines().findFirst().get());
                      if (head.startsWith("GET")) { while (c.read(b) > 0) {} System.out.println(new String(b.array(), 0, b.position())); }
                    }
                  }
                }
                """.formatted(port, port == 9 ? 10 : 9));
        try (Box box = startJava(client, LIMITS)) {
            box.proxy().allow(new HostPort("127.0.0.1", port));

            assertThat(box.output())
                    .contains("127.0.0.1:" + port + " HTTP/1.1 200 OK")
                    .contains("you asked for /page")
                    .contains("127.0.0.1:" + port + " HTTP/1.1 200 Connection established")
                    .contains("127.0.0.1:9 HTTP/1.1 403")
                    .contains("example.org:80 HTTP/1.1 403");
        } finally {
            site.stop(0);
        }
    }

    @Test
    void whatItWantedToReachIsTold() throws Exception {
        Path client = javaProgram("""
                try (var c = java.nio.channels.SocketChannel.open(
                    java.net.UnixDomainSocketAddress.of(System.getenv("HOME") + "/proxy"))) {
                  c.write(java.nio.ByteBuffer.wrap("CONNECT Evil.example:443 HTTP/1.1\\r\\n\\r\\n".getBytes()));
                  c.read(java.nio.ByteBuffer.allocate(100));
                }
                """);
        try (Box box = startJava(client, LIMITS)) {
            assertThat(box.output()).isEqualTo("it said nothing");
            assertThat(box.proxy().denied()).containsExactly(new HostPort("evil.example", 443));
        }
    }

    @Test
    void diesWithAllItsProcessesEvenThoseThatLeftTheirParent() throws Exception {
        try (Box box = start("sleep 7131 & (setsid sleep 7132 &) ; echo started; sleep 7133", LIMITS)) {
            byte[] said = box.process().process().getInputStream().readNBytes("started".length());
            assertThat(new String(said, StandardCharsets.UTF_8)).isEqualTo("started");
            assertThat(processesWith("sleep 713")).isNotEmpty();
        }
        assertThat(processesWith("sleep 713")).isEmpty();
    }

    @Test
    void isKilledBeyondItsMemory() throws Exception {
        Path greedy = javaProgram("""
                var all = new java.util.ArrayList<byte[]>();
                while (true) {
                    var b = new byte[8 << 20];
                    java.util.Arrays.fill(b, (byte) 1);
                    all.add(b);
                    Thread.sleep(5);
                }
                """);
        try (Box box = startJava(greedy, LIMITS.withMemoryBytes(150L << 20))) {
            assertThat(box.output()).isEqualTo("it said nothing");
            assertThat(box.process().killedFor()).isEqualTo("it used more than 150 MiB of memory");
        }
    }

    @Test
    void isKilledWhenItForksWithoutEnd() throws Exception {
        try (Box box = start("for i in $(seq 500); do sleep 7141 & done; wait", LIMITS.withProcesses(50))) {
            box.awaitEnd();
            assertThat(box.process().killedFor()).isEqualTo("it started more than 50 processes");
        }
        assertThat(processesWith("sleep 7141")).isEmpty();
    }

    @Test
    void isKilledWhenItFillsTheDisk() throws Exception {
        try (Box box = start(
                "for i in $(seq 100); do head -c 6000000 /dev/zero > $HOME/$i; done; sleep 60",
                LIMITS.withFileBytes(8L << 20))) {
            box.awaitEnd();
            assertThat(box.process().killedFor()).isEqualTo("it wrote more than 8 MiB");
        }
    }

    @Test
    void writesNoFileBeyondTheLimit() throws Exception {
        try (Box box = start(
                "head -c 20000000 /dev/zero > $HOME/a; head -c 20000000 /dev/zero > /dev/shm/a;"
                        + " stat -c %s $HOME/a /dev/shm/a",
                LIMITS.withFileBytes(8L << 20))) {
            assertThat(box.output()
                            .lines()
                            .filter(line -> line.matches("[0-9]+"))
                            .map(Long::valueOf))
                    .hasSize(2)
                    .allMatch(bytes -> bytes <= 8L << 20);
        }
    }

    @Test
    void aLinkInThePlaceOfItsErrorsIsNotFollowed(@TempDir Path outside) throws Exception {
        Path secret = Files.writeString(outside.resolve("secret"), "of the agent");
        try (Box box = start("rm $HOME/stderr.log; ln -s " + secret + " $HOME/stderr.log", LIMITS)) {
            assertThat(box.output()).isEqualTo("it said nothing");
        }
    }

    /** As in the process form, where every agent has a mount namespace of its own. */
    @Test
    void worksInsideAnotherMountNamespace() throws Exception {
        Path scratch = Files.createTempDirectory(scratches, "n");
        SandboxSpec spec = new SandboxSpec(
                List.of("/bin/sh", "-c", "id -u; ls /root /home"),
                List.of(),
                scratch,
                Map.of("PATH", "/usr/bin:/bin"),
                LIMITS);
        List<String> nested = new ArrayList<>(List.of("bwrap", "--dev-bind", "/", "/"));
        nested.addAll(new Bubblewrap(true).command(spec));
        try (ConfinedProcess process = Launch.start(nested, spec)) {
            assertThat(process.process().getInputStream().readAllBytes())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("65534\n");
            assertThat(Launch.errors(scratch)).contains("/root").contains("No such file");
        }
    }

    private static List<String> processesWith(String commandLine) throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            return all.filter(path -> path.getFileName().toString().matches("[0-9]+"))
                    .map(SandboxEscapeTest::commandLine)
                    .filter(line -> line.startsWith(commandLine))
                    .toList();
        }
    }

    private static String commandLine(Path process) {
        try {
            return Files.readString(process.resolve("cmdline")).replace('\0', ' ');
        } catch (IOException e) {
            return "";
        }
    }

    private String run(String script) throws Exception {
        try (Box box = start("exec 2>&1; " + script, LIMITS)) {
            return box.output();
        }
    }

    private Box start(String script, SandboxLimits limits) throws IOException {
        return start(List.of("/bin/sh", "-c", script), List.of(), limits);
    }

    private Box startJava(Path classes, SandboxLimits limits) throws IOException {
        Path javaHome = Path.of(System.getProperty("java.home")).toRealPath();
        return start(
                List.of(
                        javaHome + "/bin/java",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx512m",
                        "-cp",
                        classes.toString(),
                        "Program"),
                List.of(javaHome, classes),
                limits);
    }

    private Box start(List<String> command, List<Path> readOnly, SandboxLimits limits) throws IOException {
        Path scratch = Files.createTempDirectory(scratches, "s");
        AllowListProxy proxy = AllowListProxy.listen(scratch.resolve("proxy"));
        Map<String, String> environment = Map.of("HOME", scratch.toString(), "GIVEN", "1", "PATH", "/usr/bin:/bin");
        return new Box(sandbox.start(new SandboxSpec(command, readOnly, scratch, environment, limits)), proxy, scratch);
    }

    /** A sandbox with its proxy. */
    private record Box(ConfinedProcess process, AllowListProxy proxy, Path scratch) implements AutoCloseable {

        String output() throws IOException {
            return new String(process.process().getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    + Launch.errors(scratch);
        }

        /** For tests in which a shell may, or may not, live long enough to say that its children were killed. */
        void awaitEnd() throws IOException {
            output();
        }

        @Override
        public void close() throws IOException {
            process.close();
            proxy.close();
            Directories.delete(scratch);
        }
    }

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path scratches;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path classes;

    private Path javaProgram(String body) throws IOException {
        Path source = classes.resolve("Program.java");
        Files.writeString(
                source,
                "public class Program { public static void main(String[] a) throws Exception {\n" + body + "}}");
        int status = javax.tools.ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", classes.toString(), "-proc:none", source.toString());
        assertThat(status).isZero();
        return classes;
    }
}
