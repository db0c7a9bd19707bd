/** The object store over the S3 API. */
@NullMarked
package io.verisim.orchestrator.objects.adapter;

import org.jspecify.annotations.NullMarked;
