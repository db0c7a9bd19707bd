/** Services for tests: embedded ones by default, RabbitMQ and PostgreSQL where asked for. */
@NullMarked
package io.verisim.embedded.junit;

import org.jspecify.annotations.NullMarked;
