/** What of the views changed, told by the transaction that changed it to every instance that wants to know. */
@NullMarked
package io.vigie.query.changes;

import org.jspecify.annotations.NullMarked;
