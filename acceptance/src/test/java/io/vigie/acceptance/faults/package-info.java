/** What happens to records on the way that must do no harm. */
@NullMarked
package io.vigie.acceptance.faults;

import org.jspecify.annotations.NullMarked;
