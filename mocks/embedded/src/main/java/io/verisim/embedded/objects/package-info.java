/** An S3 API over the file system: S3Proxy. */
@NullMarked
package io.verisim.embedded.objects;

import org.jspecify.annotations.NullMarked;
