package io.verisim.bench.faults;

import java.time.Duration;

/** Something that goes wrong. */
sealed interface Fault {

    /** In a word or two, for the count. */
    String kind();

    /** A process is killed wherever it happens to be. */
    record Kill(String part) implements Fault {
        @Override
        public String kind() {
            return "killed";
        }
    }

    /** A process is killed when it reaches a point for the n-th time. */
    record KillAtPoint(String part, Point point, int count) implements Fault {
        @Override
        public String kind() {
            return "killed at a point";
        }
    }

    /** A process stands still and goes on later, as if nothing had been. */
    record Stop(String part, Duration length) implements Fault {
        @Override
        public String kind() {
            return "stopped for a while";
        }
    }

    /** All connections to a service end. */
    record Cut(String service) implements Fault {
        @Override
        public String kind() {
            return "connections cut";
        }
    }

    /** The network before a service is slow for a while. */
    record Slow(String service, Duration delay, Duration length) implements Fault {
        @Override
        public String kind() {
            return "network slow";
        }
    }

    /** A disk is full for a while. */
    record FullDisk(int disk, Duration length) implements Fault {
        @Override
        public String kind() {
            return "disk full";
        }
    }

    /** The database meets something. */
    record DatabaseBlow(Blow blow) implements Fault {
        @Override
        public String kind() {
            return "database";
        }
    }

    /** What a database meets; the signals are those that {@code pg_ctl stop} sends. */
    enum Blow {
        ONE_CONNECTION_KILLED("KILL"),
        KILLED("KILL"),
        STOPPED_AT_ONCE("QUIT"),
        STOPPED_FAST("INT");

        private final String signal;

        Blow(String signal) {
            this.signal = signal;
        }

        String signal() {
            return signal;
        }
    }
}
