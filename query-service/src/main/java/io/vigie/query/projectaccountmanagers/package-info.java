/** Account manager events become the account manager view. */
@NullMarked
package io.vigie.query.projectaccountmanagers;

import org.jspecify.annotations.NullMarked;
