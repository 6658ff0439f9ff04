/** Documents and decisions about models go to whoever scores, in the right order, until they are there. */
@NullMarked
package io.vigie.command.distributemodels;

import org.jspecify.annotations.NullMarked;
