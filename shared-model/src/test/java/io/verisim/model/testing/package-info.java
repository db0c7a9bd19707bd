/** Tests of the documents about tests. */
@NullMarked
package io.verisim.model.testing;

import org.jspecify.annotations.NullMarked;
