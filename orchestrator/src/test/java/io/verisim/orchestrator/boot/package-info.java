/** The whole orchestrator on real servers, with trivial agents. */
@NullMarked
package io.verisim.orchestrator.boot;

import org.jspecify.annotations.NullMarked;
