/** What all HTTP parts share: problems, guards, headers. */
@NullMarked
package io.verisim.orchestrator.web.adapter;

import org.jspecify.annotations.NullMarked;
