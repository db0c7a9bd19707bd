package io.verisim.bench.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Makes the faults of a schedule happen, and in the end puts everything right again. */
final class Saboteur implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int THREADS = 8;

    /** Faults that may come while nobody answers anyway; more would only make the outage longer. */
    private static final int MOST_IN_THE_DARK = 2;

    private static final Duration BETWEEN_POINTS = Duration.ofSeconds(4);
    private static final Duration BREATH = Duration.ofSeconds(90);

    private final Instance instance;
    private final Tools tools;
    private final Tally tally;
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("fault-", 0).factory());
    private final Map<Long, ProcessHandle> stopped = new ConcurrentHashMap<>();
    private volatile boolean done;

    /** What faults are made with. */
    record Tools(Network network, Arms arms, List<SmallDisk> disks) {}

    Saboteur(Instance instance, Tools tools, Tally tally) {
        this.instance = instance;
        this.tools = tools;
        this.tally = tally;
    }

    /**
     * Begins. A slow machine gets the same faults in the same order, and more time for them.
     *
     * @param more points that are armed once the schedule is over, while too little has happened
     */
    void follow(List<Schedule.Timed> schedule, Supplier<Fault> more, BooleanSupplier tooFew) {
        clock.execute(() -> {
            try {
                followNow(schedule);
                while (tooFew.getAsBoolean()) {
                    Await.that(BREATH, instance::answers);
                    attempt(more.get());
                    Await.that(BETWEEN_POINTS, () -> !tooFew.getAsBoolean());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                done = true;
            }
        });
    }

    private void followNow(List<Schedule.Timed> schedule) throws InterruptedException {
        long begin = System.nanoTime();
        int inTheDark = 0;
        for (Schedule.Timed timed : schedule) {
            long ahead = begin + timed.at().toNanos() - System.nanoTime();
            TimeUnit.NANOSECONDS.sleep(Math.max(0, ahead));
            if (!instance.answers() && inTheDark++ >= MOST_IN_THE_DARK) {
                long held = System.nanoTime();
                Await.that(BREATH, instance::answers);
                begin += System.nanoTime() - held;
            }
            if (instance.answers()) {
                inTheDark = 0;
            }
            later(Duration.ZERO, timed.fault(), () -> make(timed.fault()));
        }
    }

    /** Whether every fault of the schedule has begun. */
    boolean isDone() {
        return done;
    }

    /** Something that may fail. */
    private interface Deed {
        void run() throws IOException, InterruptedException;
    }

    private void later(Duration delay, Fault fault, Deed deed) {
        clock.schedule(() -> attempt(fault, deed), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void attempt(Fault fault) {
        attempt(fault, () -> make(fault));
    }

    private void attempt(Fault fault, Deed deed) {
        try {
            deed.run();
        } catch (IOException e) {
            tally.missed(fault + " (" + e.getMessage() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void make(Fault fault) throws IOException, InterruptedException {
        switch (fault) {
            case Fault.Kill kill -> {
                Optional<ProcessHandle> victim = there(kill.part());
                if (victim.isPresent() && victim.get().destroyForcibly()) {
                    tally.kill(fault.kind(), fault);
                } else {
                    tally.missed(fault);
                }
            }
            case Fault.KillAtPoint at -> arm(at);
            case Fault.Stop stop -> stop(stop);
            case Fault.Cut cut -> {
                tools.network().cut(cut.service());
                tally.happened(fault.kind(), fault);
            }
            case Fault.Slow slow -> {
                tools.network().delay(slow.service(), slow.delay());
                tally.happened(fault.kind(), fault);
                later(slow.length(), fault, () -> tools.network().delay(slow.service(), Duration.ZERO));
            }
            case Fault.FullDisk full -> {
                SmallDisk disk = tools.disks().get(full.disk());
                disk.fill();
                tally.happened(fault.kind(), fault);
                later(full.length(), fault, disk::empty);
            }
            case Fault.DatabaseBlow blow -> strike(blow);
        }
    }

    /** A process that is on its way back is worth a moment's wait. */
    private Optional<ProcessHandle> there(String part) throws InterruptedException {
        AtomicReference<Optional<ProcessHandle>> found = new AtomicReference<>(Optional.empty());
        Await.that(PATIENCE, () -> {
            found.set(instance.process(part));
            return found.get().isPresent();
        });
        return found.get();
    }

    /** Counted when the process reaches the point, not now. */
    private void arm(Fault.KillAtPoint at) throws IOException, InterruptedException {
        Optional<ProcessHandle> process = there(at.part());
        if (process.isEmpty() || stopped.containsKey(process.get().pid())) {
            tally.missed(at);
        } else {
            tools.arms().arm(process.get(), at.part(), at.point(), at.count());
        }
    }

    private void stop(Fault.Stop stop) throws IOException, InterruptedException {
        Optional<ProcessHandle> process = there(stop.part());
        if (process.isEmpty() || !Signals.send(process.get(), "STOP")) {
            tally.missed(stop);
            return;
        }
        stopped.put(process.get().pid(), process.get());
        tally.happened(stop.kind(), stop);
        later(stop.length(), stop, () -> goOn(process.get()));
    }

    private void goOn(ProcessHandle process) throws IOException, InterruptedException {
        if (stopped.remove(process.pid()) != null && process.isAlive()) {
            Signals.send(process, "CONT");
        }
    }

    private void strike(Fault.DatabaseBlow strike) throws IOException, InterruptedException {
        Optional<ProcessHandle> victim = strike.blow() == Fault.Blow.ONE_CONNECTION_KILLED
                ? instance.database().flatMap(database -> database.children().findAny())
                : instance.database();
        if (victim.isEmpty() || !Signals.send(victim.get(), strike.blow().signal())) {
            tally.missed(strike);
        } else if (strike.blow().signal().equals("KILL")) {
            tally.kill(strike.kind(), strike);
        } else {
            tally.happened(strike.kind(), strike);
        }
    }

    /** Nothing goes wrong any more, and what still did is over. */
    @Override
    public void close() throws IOException {
        clock.shutdownNow();
        try {
            clock.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            for (ProcessHandle process : List.copyOf(stopped.values())) {
                goOn(process);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        tools.network().heal();
        for (SmallDisk disk : tools.disks()) {
            disk.empty();
        }
    }
}
