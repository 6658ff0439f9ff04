/** What many people do at once, written down before and after. */
@NullMarked
package io.vigie.acceptance.load;

import org.jspecify.annotations.NullMarked;
