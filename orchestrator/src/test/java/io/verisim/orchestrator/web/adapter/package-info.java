/** Tests of what all HTTP parts share. */
@NullMarked
package io.verisim.orchestrator.web.adapter;

import org.jspecify.annotations.NullMarked;
