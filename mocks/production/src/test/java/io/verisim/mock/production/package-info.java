/** Tests of the simulated production systems. */
@NullMarked
package io.verisim.mock.production;

import org.jspecify.annotations.NullMarked;
