/** Identifiers as types: a workflow, a task, a message, and where fresh ones come from. */
@NullMarked
package io.verisim.model.id;

import org.jspecify.annotations.NullMarked;
