/** What is sensitive in a table, how sure that is, why, and what is done about it. */
@NullMarked
package io.verisim.model.sensitivity;

import org.jspecify.annotations.NullMarked;
