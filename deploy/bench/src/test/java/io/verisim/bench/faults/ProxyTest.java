package io.verisim.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ProxyTest {

    private ServerSocket service;
    private Proxy proxy;

    @BeforeEach
    void start() throws IOException {
        service = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        proxy = Proxy.start("echo", () -> service.getLocalPort());
        Thread.ofVirtual().start(this::echo);
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        service.close();
    }

    @Test
    void bytesGoBothWays() throws IOException {
        try (Socket client = client()) {
            assertThat(ping(client)).isEqualTo(42);
        }
    }

    @Test
    void aCutEndsWhatIsOpenAndLetsOthersCome() throws IOException {
        try (Socket client = client()) {
            assertThat(ping(client)).isEqualTo(42);

            assertThat(proxy.cut()).isEqualTo(1);

            assertThat(ended(client)).isTrue();
        }
        try (Socket another = client()) {
            assertThat(ping(another)).isEqualTo(42);
        }
    }

    @Test
    void aDelayMakesItSlowAndNothingElse() throws IOException {
        proxy.delay(Duration.ofMillis(150));
        try (Socket client = client()) {
            long begin = System.nanoTime();
            assertThat(ping(client)).isEqualTo(42);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        }
    }

    @Test
    void whereTheServiceIsAwayTheConnectionEnds() throws IOException {
        service.close();
        try (Socket client = client()) {
            assertThat(ended(client)).isTrue();
        }
    }

    private Socket client() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    }

    private static int ping(Socket client) throws IOException {
        client.getOutputStream().write(42);
        return client.getInputStream().read();
    }

    private static boolean ended(Socket client) throws IOException {
        try {
            return client.getInputStream().read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    private void echo() {
        while (!service.isClosed()) {
            try {
                Socket socket = service.accept();
                Thread.ofVirtual().start(() -> {
                    try (socket) {
                        socket.getInputStream().transferTo(socket.getOutputStream());
                    } catch (IOException cut) {
                        // as the test wants it
                    }
                });
            } catch (IOException closed) {
                return;
            }
        }
    }
}
