/** Commands around a running instance: demo, up, down, status, run. */
@NullMarked
package io.verisim.cli.run;

import org.jspecify.annotations.NullMarked;
