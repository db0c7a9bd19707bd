/** The message contract is held to its golden files and to the published document. */
@NullMarked
package io.verisim.model.message;

import org.jspecify.annotations.NullMarked;
