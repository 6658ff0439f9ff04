/** What the tests need to speak with a real database, a real broker and the service. */
@NullMarked
package io.vigie.query.testing;

import org.jspecify.annotations.NullMarked;
