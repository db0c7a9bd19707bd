/** A CRM web application over whatever tables its database holds: the system under test of the demos. */
@NullMarked
package io.verisim.mock.crm;

import org.jspecify.annotations.NullMarked;
