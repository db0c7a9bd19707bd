/** Writes the dataset as one file of a chosen format, and optionally exports it to a folder. */
@NullMarked
package io.verisim.distributor.target.file;

import org.jspecify.annotations.NullMarked;
