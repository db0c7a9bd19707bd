package io.verisim.orchestrator.objects;

import io.verisim.model.artifact.ArtifactRef;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Immutable objects by key. Errors are {@link io.verisim.model.error.VerisimException}s. */
public interface ObjectStore {

    /**
     * Stores content under a key; streamed.
     *
     * @param bytes length of the content
     * @param content opens the content; may be asked more than once
     */
    URI put(String key, String mediaType, long bytes, Supplier<InputStream> content);

    /** Opens an artifact; the caller closes it. */
    InputStream open(ArtifactRef artifact);

    /**
     * Lists keys, some at a time, in no particular order.
     *
     * @param prefix what the keys begin with
     * @param some takes at most a thousand at once
     */
    void list(String prefix, Consumer<List<String>> some);

    /**
     * Does nothing where the store answers.
     *
     * @throws io.verisim.model.error.VerisimException where it does not
     */
    void check();
}
