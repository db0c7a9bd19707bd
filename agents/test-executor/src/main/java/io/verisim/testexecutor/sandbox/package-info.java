/** Confines a process: own namespaces, read-only system, private scratch, limits, and one proxy as its only network. */
@NullMarked
package io.verisim.testexecutor.sandbox;

import org.jspecify.annotations.NullMarked;
