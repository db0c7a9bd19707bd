/** Workflows under kill -9, cut connections, full disks and a failing database; then whether anything was lost or done twice. */
@NullMarked
package io.verisim.bench.faults;

import org.jspecify.annotations.NullMarked;
