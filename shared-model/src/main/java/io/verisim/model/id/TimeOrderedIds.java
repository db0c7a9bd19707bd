package io.verisim.model.id;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Version 7 UUIDs (RFC 9562 §5.7): 48 bits of Unix milliseconds, then 74 random bits, so that identifiers sort by the
 * time they were made. Thread safe if the generator is.
 */
public final class TimeOrderedIds implements IdSource {

    private static final long RAND_A_MASK = 0x0FFFL;
    private static final long VERSION_7 = 0x7000L;
    private static final long RAND_B_MASK = 0x3FFF_FFFF_FFFF_FFFFL;
    private static final long VARIANT_RFC = 0x8000_0000_0000_0000L;

    private final Clock clock;
    private final RandomGenerator random;

    public TimeOrderedIds(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public UUID next() {
        long high = (clock.millis() << 16) | VERSION_7 | (random.nextLong() & RAND_A_MASK);
        long low = VARIANT_RFC | (random.nextLong() & RAND_B_MASK);
        return new UUID(high, low);
    }
}
