package io.verisim.testexecutor.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class AllowListProxyTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private AllowListProxy proxy;

    @SuppressWarnings("NullAway.Init")
    private ServerSocketChannel host;

    @BeforeEach
    void start() throws IOException {
        host = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        proxy = AllowListProxy.listen(directory.resolve("p"));
        proxy.allow(new HostPort("127.0.0.1", port()));
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        host.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n\r\n",
                "GET\r\n\r\n",
                "GET /relative HTTP/1.1\r\n\r\n",
                "CONNECT nothing HTTP/1.1\r\n\r\n",
                "CONNECT :80 HTTP/1.1\r\n\r\n",
                "CONNECT host:99999 HTTP/1.1\r\n\r\n",
                "GET mailto:someone HTTP/1.1\r\n\r\n",
                "GET http://[broken HTTP/1.1\r\n\r\n"
            })
    void whatIsNoRequestIsRefused(String head) throws IOException {
        assertThat(ask(head)).startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "[::1]", "127.1", "127.0.0.1.", "0.0.0.0", "2130706433"})
    void anotherNameOfAnAllowedHostIsRefused(String name) throws IOException {
        assertThat(ask("CONNECT " + name + ":" + port() + " HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 403");
    }

    @Test
    void aHeadThatIsTooLongIsRefused() throws IOException {
        assertThat(ask("GET http://h/ HTTP/1.1\r\nX: " + "x".repeat((64 << 10) - 27)))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void theHostOfTheAddressIsToldWhateverTheRequestSays() throws IOException {
        try (SocketChannel client = connect()) {
            write(
                    client,
                    "GET http://127.0.0.1:" + port() + "/x HTTP/1.1\r\nhost : evil\r\nHost: evil\r\nA: b\r\n\r\n");
            try (SocketChannel served = host.accept()) {
                ByteBuffer head = ByteBuffer.allocate(1_000);
                while (!text(head).endsWith("\r\n\r\n") && served.read(head) >= 0) {
                    // until the head is whole
                }
                assertThat(text(head)).startsWith("GET /x HTTP/1.1\r\n").contains("Host: 127.0.0.1:" + port(), "A: b");
                assertThat(text(head)).doesNotContain("evil");
            }
        }
    }

    @Test
    void aHostHearsWhenItsClientGoesAndWhenTheSandboxEnds() throws IOException {
        try (SocketChannel client = connect()) {
            write(client, "CONNECT 127.0.0.1:" + port() + " HTTP/1.1\r\n\r\n");
            try (SocketChannel served = host.accept()) {
                client.close();
                assertThat(served.read(ByteBuffer.allocate(10))).isNegative();
            }
        }
        try (SocketChannel client = connect()) {
            write(client, "CONNECT 127.0.0.1:" + port() + " HTTP/1.1\r\n\r\n");
            try (SocketChannel served = host.accept()) {
                proxy.close();
                assertThat(served.read(ByteBuffer.allocate(10))).isNegative();
            }
        }
    }

    @Test
    void connectionsThatSayNothingDoNotPileUp() throws IOException {
        List<SocketChannel> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                silent.add(connect());
            }
            assertThat(silent.getLast().read(ByteBuffer.allocate(10))).isNegative();
        } finally {
            for (SocketChannel channel : silent) {
                channel.close();
            }
        }
    }

    private int port() throws IOException {
        return ((InetSocketAddress) host.getLocalAddress()).getPort();
    }

    private SocketChannel connect() throws IOException {
        return SocketChannel.open(UnixDomainSocketAddress.of(directory.resolve("p")));
    }

    private String ask(String head) throws IOException {
        try (SocketChannel client = connect()) {
            write(client, head);
            ByteBuffer answer = ByteBuffer.allocate(1_000);
            while (client.read(answer) >= 0) {
                // until it ends
            }
            return text(answer);
        }
    }

    private static void write(SocketChannel channel, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static String text(ByteBuffer buffer) {
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
    }
}
