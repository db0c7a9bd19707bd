package io.verisim.orchestrator.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a verification of the whole log came to.
 *
 * @param entries positions of the chain that were read
 * @param intact whether nothing was found
 * @param head where the chain ends; null where it is empty
 * @param anchored last position that agrees with the object store; null where none was written there yet
 * @param findings what was found, at most a thousand
 * @param found how much was found
 */
public record Verification(
        long entries,
        boolean intact,
        @Nullable Head head,
        @Nullable Long anchored,
        List<Finding> findings,
        long found) {

    public Verification {
        findings = List.copyOf(findings);
    }
}
