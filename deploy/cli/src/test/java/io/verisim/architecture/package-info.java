/** The house rules of the whole code base, each proven by a planted violation. */
@NullMarked
package io.verisim.architecture;

import org.jspecify.annotations.NullMarked;
