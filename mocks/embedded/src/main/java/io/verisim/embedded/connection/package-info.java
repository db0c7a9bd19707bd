/** How to reach a broker, a database and an object store; without secrets in any text form. */
@NullMarked
package io.verisim.embedded.connection;

import org.jspecify.annotations.NullMarked;
