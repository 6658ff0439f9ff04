/** The events of all clients, newest first. */
@NullMarked
package io.vigie.query.listallevents;

import org.jspecify.annotations.NullMarked;
