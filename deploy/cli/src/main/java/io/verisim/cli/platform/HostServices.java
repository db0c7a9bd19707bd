package io.verisim.cli.platform;

import io.verisim.cli.home.Home;
import io.verisim.model.message.MessageCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CountDownLatch;

/**
 * The process that hosts embedded servers and mocks; tells where they are in a file that only its owner reads. Where its
 * supervisor is killed, it stops the servers in order by itself: the database would outlive it.
 */
public final class HostServices {

    private HostServices() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Home home = Home.open(Path.of(args[1]));
        ServicesHost host = ServicesHost.start(home);
        Runtime.getRuntime().addShutdownHook(new Thread(host::close, "stop-services"));
        Attached.to(args[0], () -> System.exit(1));
        Path temporary = Files.createTempFile(
                home.services(),
                "connections",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(temporary, MessageCodec.mapper().writeValueAsBytes(host.services()));
        Files.move(temporary, home.services().resolve("connections.json"), StandardCopyOption.ATOMIC_MOVE);
        new CountDownLatch(1).await();
    }
}
