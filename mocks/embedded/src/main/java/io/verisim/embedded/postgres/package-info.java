/** PostgreSQL as a child process, from binaries on the class path. */
@NullMarked
package io.verisim.embedded.postgres;

import org.jspecify.annotations.NullMarked;
