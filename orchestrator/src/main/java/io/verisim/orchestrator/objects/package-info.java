/** The object store that holds artifacts. */
@NullMarked
package io.verisim.orchestrator.objects;

import org.jspecify.annotations.NullMarked;
