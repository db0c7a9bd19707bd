/** Tests of the data processor as an application. */
@NullMarked
package io.verisim.processor.app;

import org.jspecify.annotations.NullMarked;
