package io.verisim.cli.platform;

import io.verisim.embedded.home.LiveProcess;
import java.lang.reflect.InvocationTargetException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs an application that ends with the process that started it, however that one ends. */
public final class Attached {

    private static final Logger LOG = LoggerFactory.getLogger(Attached.class);

    private Attached() {}

    /**
     * Runs the main method of a class.
     *
     * @param args process id of the supervisor, then the name of the class
     */
    public static void main(String[] args) throws ReflectiveOperationException {
        to(args[0], () -> Runtime.getRuntime().halt(1)); // nobody is left who would wait for an orderly end
        try {
            Class.forName(args[1]).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } catch (InvocationTargetException e) {
            LOG.error("{} did not start, the process ends", args[1], e.getCause());
            System.exit(1); // a thread that is left over would keep it alive, and its supervisor waiting
        }
    }

    /** Does something once the process is gone. */
    static void to(String supervisor, Runnable whenGone) {
        ProcessHandle.of(Long.parseLong(supervisor))
                .ifPresentOrElse(process -> LiveProcess.end(process).thenRun(whenGone), whenGone);
    }
}
