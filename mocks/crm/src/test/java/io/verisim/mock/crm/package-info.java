/** Tests of the CRM over real HTTP and a real PostgreSQL. */
@NullMarked
package io.verisim.mock.crm;

import org.jspecify.annotations.NullMarked;
