@NullMarked
package io.verisim.bench;

import org.jspecify.annotations.NullMarked;
