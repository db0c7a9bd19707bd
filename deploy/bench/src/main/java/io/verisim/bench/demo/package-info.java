/** What the guided demo and the commands without a server promise. */
@NullMarked
package io.verisim.bench.demo;

import org.jspecify.annotations.NullMarked;
