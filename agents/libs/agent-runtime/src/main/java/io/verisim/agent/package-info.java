/** What an agent is made of: handlers of task types, and what the runtime gives them. */
@NullMarked
package io.verisim.agent;

import org.jspecify.annotations.NullMarked;
