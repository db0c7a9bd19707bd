/** The servers Verisim needs, real ones, started in this process with their state under one home directory. */
@NullMarked
package io.verisim.embedded;

import org.jspecify.annotations.NullMarked;
