package io.verisim.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that is run on many random cases, the smallest first, in place of shrinking: once a case has failed, the larger
 * ones are skipped, so that the first failure reported is the smallest one found.
 *
 * <p>The method may take a {@link java.util.random.RandomGenerator}, seeded for the case, and an {@code int}, the size of
 * the case, which grows from 0 to {@link #maxSize()}. Both are in the name of the case, and a failure names the seed.
 *
 * <p>Every method has a seed of its own that stays the same from run to run, so that builds agree. The environment
 * variable {@code VERISIM_SEED} (or the system property of that name) replaces it by a number, to replay or to try
 * another, or by {@code random}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(PropertyExtension.class)
public @interface Property {

    /** Number of cases; at least one. */
    int tries() default 100;

    /** Size of the last case. */
    int maxSize() default 100;
}
