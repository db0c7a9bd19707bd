/** Tables in memory: columns of text with a dictionary each, typed views of them, and type inference. */
@NullMarked
package io.verisim.tabular;

import org.jspecify.annotations.NullMarked;
