package io.verisim.embedded.postgres;

import io.verisim.model.error.VerisimException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How to run PostgreSQL's programs, which refuse to run as root. A root process puts them into a user namespace of their
 * own; where there are none, as in some containers, it runs them as another user, who must then be able to reach the
 * folders.
 */
sealed interface Privileges {

    Duration LIMIT = Duration.ofSeconds(10);

    /** What to put before the program. */
    List<String> prefix();

    /** Makes a folder writable for the programs. */
    void handOver(Path directory);

    /** Makes the programs, unpacked under a folder of this process's user, runnable. */
    default void letIn(Path programs) {}

    /** The command of a program with its arguments. */
    default List<String> command(Path program, String... arguments) {
        List<String> command = new ArrayList<>(prefix());
        command.add(program.toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** What fits this process. */
    static Privileges detect() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new AsOneself();
        }
        InUserNamespace namespace = new InUserNamespace();
        return namespace.works() ? namespace : AsOtherUser.find();
    }

    /** Not root: nothing to do. */
    record AsOneself() implements Privileges {
        @Override
        public List<String> prefix() {
            return List.of();
        }

        @Override
        public void handOver(Path directory) {}
    }

    /** Root in a new user namespace that maps no user: the files stay root's, the rights are gone. */
    record InUserNamespace() implements Privileges {
        @Override
        public List<String> prefix() {
            return List.of("unshare", "-U");
        }

        @Override
        public void handOver(Path directory) {}

        boolean works() {
            return Privileges.succeeds(List.of("unshare", "-U", "true"));
        }
    }

    /**
     * Another user of the system.
     *
     * @param name user name
     */
    record AsOtherUser(String name) implements Privileges {

        static AsOtherUser find() {
            for (String candidate : List.of("postgres", "nobody")) {
                AsOtherUser user = new AsOtherUser(candidate);
                if (Privileges.succeeds(user.command(Path.of("true")))) {
                    return user;
                }
            }
            throw VerisimException.configuration(
                    "POSTGRES_AS_ROOT",
                    "PostgreSQL does not run as root, and this process can neither make a user namespace nor become"
                            + " another user.",
                    "Start Verisim as an ordinary user, or use the services profile with a PostgreSQL server.");
        }

        @Override
        public List<String> prefix() {
            return List.of("setpriv", "--reuid", name, "--regid", group(), "--clear-groups", "--no-new-privs");
        }

        private String group() {
            return name.equals("nobody") ? "nogroup" : name;
        }

        @Override
        public void handOver(Path directory) {
            try (Stream<Path> files = Files.walk(directory)) {
                UserPrincipal owner = directory
                        .getFileSystem()
                        .getUserPrincipalLookupService()
                        .lookupPrincipalByName(name);
                for (Path file : files.toList()) {
                    Files.getFileAttributeView(file, PosixFileAttributeView.class)
                            .setOwner(owner);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot hand " + directory + " to user " + name, e);
            }
            require("-w", directory, "--home");
        }

        /** Nothing in there is secret. */
        @Override
        public void letIn(Path programs) {
            try {
                for (Path folder : List.of(programs, programs.getParent())) {
                    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot let user " + name + " into " + programs, e);
            }
            require("-x", programs.resolve("bin/postgres"), "VERISIM_POSTGRES_CACHE");
        }

        private void require(String right, Path path, String setting) {
            if (!Privileges.succeeds(command(Path.of("test"), right, path.toString()))) {
                throw VerisimException.configuration(
                        "POSTGRES_AS_ROOT",
                        "PostgreSQL runs as user '" + name + "' here, who cannot reach " + path + ".",
                        "Start Verisim as an ordinary user, or set " + setting + " to a folder that other users may"
                                + " enter, such as one under /var/lib.");
            }
        }
    }

    private static boolean succeeds(List<String> command) {
        try {
            return Commands.run(command, LIMIT).succeeded();
        } catch (UncheckedIOException noSuchProgram) {
            return false;
        }
    }
}
