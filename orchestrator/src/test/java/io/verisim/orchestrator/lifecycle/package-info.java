/** The lifecycle table and its picture. */
@NullMarked
package io.verisim.orchestrator.lifecycle;

import org.jspecify.annotations.NullMarked;
