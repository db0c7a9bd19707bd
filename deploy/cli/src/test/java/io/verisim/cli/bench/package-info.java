/** Benchmarks that also run as tests, on their small scale. */
@NullMarked
package io.verisim.cli.bench;

import org.jspecify.annotations.NullMarked;
