/** A document becomes a version of a model, once it has proven itself. */
@NullMarked
package io.vigie.command.uploadmodel;

import org.jspecify.annotations.NullMarked;
