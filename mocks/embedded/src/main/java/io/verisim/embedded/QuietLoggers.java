package io.verisim.embedded;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/** The embedded servers speak only when something is wrong; a level that somebody set stays as it is. */
final class QuietLoggers {

    private static final List<String> SERVERS =
            List.of("org.apache.qpid", "qpid", "com.sleepycat", "org.gaul", "org.eclipse.jetty");

    private QuietLoggers() {}

    static void apply() {
        try {
            ILoggerFactory factory = LoggerFactory.getILoggerFactory();
            if (factory instanceof LoggerContext context) {
                quieten(context);
            }
        } catch (NoClassDefFoundError anotherLoggingSystem) {
            // its own configuration decides
        }
    }

    private static void quieten(LoggerContext context) {
        for (String name : SERVERS) {
            Logger logger = context.getLogger(name);
            if (logger.getLevel() == null) {
                logger.setLevel(name.equals("qpid") ? Level.ERROR : Level.WARN);
            }
        }
    }
}
