package io.verisim.bench.faults.agent;

import static net.bytebuddy.matcher.ElementMatchers.named;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;

/**
 * Loaded into a running process. From then on, a thread that reaches the armed point for the n-th time asks to be killed
 * and waits for it, so that the process ends exactly there, by a true {@code kill -9} from outside.
 */
public final class PointAgent {

    private static final int CONNECT_MILLIS = 1_000;
    private static final int PATIENCE_MILLIS = 5_000;
    private static final Map<String, Countdown> ARMED = new ConcurrentHashMap<>();

    private PointAgent() {}

    private record Countdown(int port, AtomicInteger left) {}

    /** Called by the JVM that the agent is loaded into. */
    public static void agentmain(String arguments, Instrumentation instrumentation) {
        Arming arming = Arming.of(arguments);
        ARMED.put(arming.name(), new Countdown(arming.port(), new AtomicInteger(arming.count())));
        Advice advice = Advice.withCustomMapping()
                .bind(PointName.class, arming.name())
                .to(arming.exit() ? OnExit.class : OnEntry.class);
        new AgentBuilder.Default()
                .disableClassFormatChanges()
                .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
                .type(named(arming.className()))
                .transform((builder, type, loader, module, domain) -> builder.visit(advice.on(named(arming.method()))))
                .installOn(instrumentation);
    }

    /** Called from the armed method. Goes on where nobody wants the end any more. */
    public static void reached(String name) {
        Countdown countdown = ARMED.get(name);
        if (countdown == null || countdown.left().decrementAndGet() != 0) {
            return;
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), countdown.port()), CONNECT_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            String request = ProcessHandle.current().pid() + " " + name + "\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            if (socket.getInputStream().read() < 0) {
                ARMED.remove(name);
            }
        } catch (IOException e) {
            ARMED.remove(name);
        }
    }
}
