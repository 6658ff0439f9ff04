/** Account managers with their load and what is at risk with them. */
@NullMarked
package io.vigie.query.accountmanagers;

import org.jspecify.annotations.NullMarked;
