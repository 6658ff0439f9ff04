/** The events of a client, oldest first. */
@NullMarked
package io.vigie.query.listevents;

import org.jspecify.annotations.NullMarked;
