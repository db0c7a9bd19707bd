package io.verisim.testbuilder.render.playwright;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles generated code against Playwright, and loads it. */
public final class JavaCompiler {

    private JavaCompiler() {}

    /** What the compiler complains about; warnings too. */
    public static List<String> compile(List<Path> sources, Path output) throws IOException {
        javax.tools.JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, null, null)) {
            compiler.getTask(
                            null,
                            files,
                            diagnostics,
                            List.of(
                                    "-proc:none",
                                    "-Xlint:all",
                                    "-Xlint:-options",
                                    "-Xlint:-classfile",
                                    "--release",
                                    "21",
                                    "-encoding",
                                    "UTF-8",
                                    "-d",
                                    Files.createDirectories(output).toString(),
                                    "-cp",
                                    System.getProperty("java.class.path")),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        return diagnostics.getDiagnostics().stream()
                .filter(d -> d.getKind() == Diagnostic.Kind.ERROR || d.getKind() == Diagnostic.Kind.WARNING)
                .map(Object::toString)
                .toList();
    }

    public static Class<?> load(Path output, String className) throws ClassNotFoundException {
        try {
            URL[] urls = {output.toUri().toURL()};
            return Class.forName(className, true, new URLClassLoader(urls, JavaCompiler.class.getClassLoader()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
