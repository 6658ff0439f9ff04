/** A client as people read it, for the use cases that show one or many. */
@NullMarked
package io.vigie.query.clientcard;

import org.jspecify.annotations.NullMarked;
