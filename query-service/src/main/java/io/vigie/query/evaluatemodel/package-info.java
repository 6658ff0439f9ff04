/** What a version says of records that somebody brings. */
@NullMarked
package io.vigie.query.evaluatemodel;

import org.jspecify.annotations.NullMarked;
