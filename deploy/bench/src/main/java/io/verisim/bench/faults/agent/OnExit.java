package io.verisim.bench.faults.agent;

import net.bytebuddy.asm.Advice;

/** Copied to the end of a method; not passed where the method throws. */
final class OnExit {

    private OnExit() {}

    @Advice.OnMethodExit
    static void exit(@PointName String name) {
        PointAgent.reached(name);
    }
}
