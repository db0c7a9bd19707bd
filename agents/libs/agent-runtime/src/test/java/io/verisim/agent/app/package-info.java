/** The runtime on a real broker and a real object store. */
@NullMarked
package io.verisim.agent.app;

import org.jspecify.annotations.NullMarked;
