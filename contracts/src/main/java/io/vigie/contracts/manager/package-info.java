/** What happens in the life of an account manager. */
@NullMarked
package io.vigie.contracts.manager;

import org.jspecify.annotations.NullMarked;
