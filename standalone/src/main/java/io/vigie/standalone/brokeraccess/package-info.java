/** The accounts on the broker, and what each may do there. */
@NullMarked
package io.vigie.standalone.brokeraccess;

import org.jspecify.annotations.NullMarked;
