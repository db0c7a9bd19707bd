/** Tests of the audit commands. */
@NullMarked
package io.verisim.cli.audit;

import org.jspecify.annotations.NullMarked;
