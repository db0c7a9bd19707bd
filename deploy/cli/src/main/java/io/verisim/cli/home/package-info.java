/** The home directory of an instance: where its state lives, and who runs in it. */
@NullMarked
package io.verisim.cli.home;

import org.jspecify.annotations.NullMarked;
