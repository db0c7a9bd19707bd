package io.verisim.agent;

import io.verisim.model.artifact.ArtifactRef;
import java.io.IOException;
import java.nio.file.Path;

/** Reads and writes artifacts in object storage. What is read is verified against size and checksum first. */
public interface Artifacts {

    /**
     * Copies an artifact into the scratch directory and verifies it.
     *
     * @return the local file, named as the artifact; read only for the caller
     * @throws io.verisim.model.error.VerisimException INTEGRATION where it is missing, or its bytes do not match the
     *     reference
     */
    Path fetch(ArtifactRef artifact) throws IOException;

    /** Reads a JSON artifact of at most 64 MiB into a document, after verification. */
    <T> T read(ArtifactRef artifact, Class<T> documentType) throws IOException;

    /**
     * Stores a file under the stage and task of this context; its key carries its checksum, so that a repeat writes the
     * same object.
     *
     * @param name file name shown to people, such as {@code quality.html}
     * @param mediaType IANA media type
     */
    ArtifactRef store(String name, String mediaType, Path file) throws IOException;

    /** Stores a document as JSON. */
    ArtifactRef store(String name, Object document) throws IOException;
}
