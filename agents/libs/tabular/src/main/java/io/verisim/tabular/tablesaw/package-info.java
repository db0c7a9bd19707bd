/** The bridge to Tablesaw, the table library that users of the Java interface work with. */
@NullMarked
package io.verisim.tabular.tablesaw;

import org.jspecify.annotations.NullMarked;
