/** Benchmarks on the command line. */
@NullMarked
package io.verisim.cli.bench;

import org.jspecify.annotations.NullMarked;
