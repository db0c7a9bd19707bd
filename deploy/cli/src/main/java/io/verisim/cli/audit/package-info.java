/** The audit log from the command line: verified, listed, exported. */
@NullMarked
package io.verisim.cli.audit;

import org.jspecify.annotations.NullMarked;
