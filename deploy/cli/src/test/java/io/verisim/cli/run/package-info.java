/** Whole workflows. */
@NullMarked
package io.verisim.cli.run;

import org.jspecify.annotations.NullMarked;
