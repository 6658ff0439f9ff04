/** One model: its versions, what happened to it, and where it scores. */
@NullMarked
package io.vigie.query.showmodel;

import org.jspecify.annotations.NullMarked;
