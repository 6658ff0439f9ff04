/** The published language of Vigie: what travels between the services, and under which names. */
@NullMarked
package io.vigie.contracts;

import org.jspecify.annotations.NullMarked;
