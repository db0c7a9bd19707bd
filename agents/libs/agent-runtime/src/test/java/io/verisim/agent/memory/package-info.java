/** What a handler meets, in memory, for the tests of agents. */
@NullMarked
package io.verisim.agent.memory;

import org.jspecify.annotations.NullMarked;
