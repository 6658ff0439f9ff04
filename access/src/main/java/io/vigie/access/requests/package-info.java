/** Requests: whose they are, and whether the rules allow them. */
@NullMarked
package io.vigie.access.requests;

import org.jspecify.annotations.NullMarked;
