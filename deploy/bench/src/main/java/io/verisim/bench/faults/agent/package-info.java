/** What is put into a process from outside, so that it can be killed at one point of its program. */
@NullMarked
package io.verisim.bench.faults.agent;

import org.jspecify.annotations.NullMarked;
