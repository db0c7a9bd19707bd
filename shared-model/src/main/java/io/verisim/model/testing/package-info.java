/** Tests as documents: plans of typed steps, the dataset rows they are bound to, generated code, and results. */
@NullMarked
package io.verisim.model.testing;

import org.jspecify.annotations.NullMarked;
