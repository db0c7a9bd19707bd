package io.verisim.text;

import java.util.List;

/** Writes free text for synthetic records; the port that language models and the offline generator implement. */
public interface TextSource {

    /** Most values that one prompt may ask for. */
    int BATCH = 100;

    /** Name for manifest and reports, such as {@code offline}. */
    String name();

    /**
     * Writes the values that a prompt asks for, in order: as many as it has contexts.
     *
     * @throws io.verisim.model.error.VerisimException INTEGRATION where the service behind it fails
     */
    List<String> write(TextPrompt prompt);
}
