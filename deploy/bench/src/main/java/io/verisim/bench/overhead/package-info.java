/** What orchestration costs: overhead of a task, throughput, memory that finished workflows leave. */
@NullMarked
package io.verisim.bench.overhead;

import org.jspecify.annotations.NullMarked;
