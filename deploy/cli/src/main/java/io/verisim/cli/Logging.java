package io.verisim.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Logging is one per JVM: the command line sets it up once, and the applications that it hosts leave it alone. */
public final class Logging {

    private static final String PATTERN =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX,UTC} %-5level [%thread] %logger{36} %X{workflow} %msg%n";

    private Logging() {}

    /** Logs nothing: a command that only computes prints what it has to say. */
    public static void silent() {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        context().getLogger("ROOT").setLevel(Level.OFF);
        // Some libraries log through the JDK, which prints to standard error unless told otherwise.
        java.util.logging.LogManager.getLogManager().reset();
    }

    /** Logs everything from INFO on into a file. */
    public static void toFile(Path file) {
        FileAppender<ILoggingEvent> appender = new FileAppender<>();
        appender.setFile(file.toString());
        appender.setAppend(true);
        install(appender);
    }

    private static void install(OutputStreamAppender<ILoggingEvent> appender) {
        LoggerContext context = context();
        context.reset();
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.start();
        context.getLogger("ROOT").addAppender(appender);
        context.getLogger("ROOT").setLevel(Level.INFO);
        context.getLogger("org.apache.qpid").setLevel(Level.WARN);
        context.getLogger("qpid").setLevel(Level.WARN);
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }
}
