/** Where rows come from. */
@NullMarked
package io.vigie.training.readdata;

import org.jspecify.annotations.NullMarked;
