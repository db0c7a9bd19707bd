package io.verisim.synthesizer.app;

import io.verisim.agent.Task;
import io.verisim.agent.TaskContext;
import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.message.MessageCodec;
import io.verisim.synthesizer.generation.FittedGeneration;
import io.verisim.synthesizer.generation.GenerationOptions;
import io.verisim.synthesizer.generation.SecretSeed;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the private model of a task promises, for manifest and summary. */
final class PrivacyPromise {

    private PrivacyPromise() {}

    /** Whether the model of a task is a private one, whose seed is not told. */
    static boolean isPrivate(Task task) {
        return SecretSeed.isSecret(GenerationOptions.defaults().withModel(DatasetInputs.model(task), Map.of()));
    }

    /** The statement as a document; empty for a model that promises nothing. */
    static Map<String, Object> of(Task task, TaskContext context) throws IOException {
        List<ArtifactRef> models = task.inputs("model");
        if (models.isEmpty() || !isPrivate(task)) {
            return Map.of();
        }
        try (InputStream in =
                new BufferedInputStream(Files.newInputStream(context.artifacts().fetch(models.getFirst())))) {
            return FittedGeneration.read(in)
                    .privacy()
                    .map(statement -> MessageCodec.mapper().convertValue(statement, Map.class))
                    .map(PrivacyPromise::ordered)
                    .orElse(Map.of());
        }
    }

    private static Map<String, Object> ordered(Map<?, ?> document) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        document.forEach((name, value) -> ordered.put(String.valueOf(name), Objects.requireNonNull(value)));
        return ordered;
    }
}
