package io.verisim.testexecutor.sandbox;

import java.io.IOException;

/** Confines by limits alone. */
final class LimitsOnly implements Sandbox {

    @Override
    public SandboxKind kind() {
        return SandboxKind.LIMITS;
    }

    @Override
    public ConfinedProcess start(SandboxSpec spec) throws IOException {
        return Launch.start(Launch.limited(spec), spec);
    }
}
