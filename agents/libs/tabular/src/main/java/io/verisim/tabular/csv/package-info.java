/** Delimited text: CSV and its relatives, in whatever dialect and encoding they come. */
@NullMarked
package io.verisim.tabular.csv;

import org.jspecify.annotations.NullMarked;
