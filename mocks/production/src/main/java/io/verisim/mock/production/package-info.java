/** Simulated production systems: seeded generators of tables as messy as real ones, with no real person in them. */
@NullMarked
package io.verisim.mock.production;

import org.jspecify.annotations.NullMarked;
