/** Looks after models and which of them scores. */
@NullMarked
package io.vigie.standalone.model;

import org.jspecify.annotations.NullMarked;
