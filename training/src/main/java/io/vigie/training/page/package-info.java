/** The report as a page that needs nothing else: no script, no request, light and dark. */
@NullMarked
package io.vigie.training.page;

import org.jspecify.annotations.NullMarked;
