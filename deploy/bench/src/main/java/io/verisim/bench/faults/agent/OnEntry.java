package io.verisim.bench.faults.agent;

import net.bytebuddy.asm.Advice;

/** Copied to the beginning of a method. */
final class OnEntry {

    private OnEntry() {}

    @Advice.OnMethodEnter
    static void enter(@PointName String name) {
        PointAgent.reached(name);
    }
}
