package io.verisim.testexecutor.runner.playwright;

import io.verisim.testexecutor.runner.TestJob;
import io.verisim.testexecutor.runner.playwright.inside.JobFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Hands a test to a sandbox over its standard input; secrets come this way and lie in no file and no environment. */
final class Jobs {

    private Jobs() {}

    static void send(OutputStream stdin, TestJob job, Path classes) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(JobFile.CLASSES, classes.toString());
        fields.put(JobFile.CLASS_NAME, job.test().qualifiedName());
        fields.put(JobFile.BASE_URL, job.baseUrl().toString());
        job.secrets().forEach((name, value) -> fields.put(JobFile.SECRET + name, value));
        stdin.write(JobFile.encode(fields));
        stdin.flush();
    }
}
