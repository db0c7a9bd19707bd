/** The platform as it is started. */
@NullMarked
package io.verisim.cli.platform;

import org.jspecify.annotations.NullMarked;
