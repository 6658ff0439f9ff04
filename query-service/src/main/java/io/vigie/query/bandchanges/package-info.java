/** Which clients would change their band if a version scored them. */
@NullMarked
package io.vigie.query.bandchanges;

import org.jspecify.annotations.NullMarked;
