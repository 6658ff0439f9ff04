/** Shows what happened to a client. */
@NullMarked
package io.vigie.standalone.history;

import org.jspecify.annotations.NullMarked;
