/** Commands that need no server: classify, generate, evaluate. */
@NullMarked
package io.verisim.cli.engine;

import org.jspecify.annotations.NullMarked;
