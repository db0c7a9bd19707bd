/** People and texts that nobody ever was or wrote. */
@NullMarked
package io.verisim.text;

import org.jspecify.annotations.NullMarked;
