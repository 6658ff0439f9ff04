/** What happens in the life of a client. */
@NullMarked
package io.vigie.contracts.client;

import org.jspecify.annotations.NullMarked;
