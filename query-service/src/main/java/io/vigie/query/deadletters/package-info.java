/** What could not be handled: listed, shown, retried, evicted. */
@NullMarked
package io.vigie.query.deadletters;

import org.jspecify.annotations.NullMarked;
