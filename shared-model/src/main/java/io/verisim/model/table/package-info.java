/** The shape of a table: columns, their types and how they are treated. */
@NullMarked
package io.verisim.model.table;

import org.jspecify.annotations.NullMarked;
