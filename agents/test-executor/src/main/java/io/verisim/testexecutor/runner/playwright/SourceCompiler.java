package io.verisim.testexecutor.runner.playwright;

import io.verisim.model.error.VerisimException;
import io.verisim.model.testing.GeneratedTest;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Compiles generated tests with the JDK's own compiler, without annotation processing. */
final class SourceCompiler {

    private static final long MAX_SOURCE_BYTES = 1 << 20;

    /**
     * Compiles one source file.
     *
     * @return what is wrong with it; null where it compiled
     */
    synchronized @Nullable String compile(GeneratedTest test, Path code, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw VerisimException.configuration(
                    "NO_COMPILER",
                    "The test executor runs on a Java runtime without a compiler.",
                    "Run it on a JDK of version 21 or newer.");
        }
        if (Files.size(code) > MAX_SOURCE_BYTES) {
            return "its source is longer than " + MAX_SOURCE_BYTES + " bytes";
        }
        Files.createDirectories(classes);
        Path source = Files.createDirectories(classes.resolveSibling("source")).resolve(test.className() + ".java");
        Files.copy(code, source);
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(problems, Locale.ROOT, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, Installation.playwrightJars());
            boolean compiled = compiler.getTask(
                            new StringWriter(),
                            files,
                            problems,
                            List.of("-proc:none", "--release", "21", "-nowarn"),
                            null,
                            files.getJavaFileObjects(source))
                    .call();
            return compiled ? null : firstOf(problems);
        }
    }

    private static String firstOf(DiagnosticCollector<JavaFileObject> problems) {
        return problems.getDiagnostics().stream()
                .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .findFirst()
                .map(problem -> "line " + problem.getLineNumber() + ": " + problem.getMessage(Locale.ROOT))
                .orElse("the compiler gave no reason");
    }
}
