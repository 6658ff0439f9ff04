/** The model: its versions and what they are used for, folded from its events. */
@NullMarked
package io.vigie.command.model;

import org.jspecify.annotations.NullMarked;
