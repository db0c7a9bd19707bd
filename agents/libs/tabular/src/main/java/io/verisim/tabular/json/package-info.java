/** Tables as JSON: an array of objects, or one object a line. */
@NullMarked
package io.verisim.tabular.json;

import org.jspecify.annotations.NullMarked;
