/** How the summary has changed: snapshots of it, and who left by month. */
@NullMarked
package io.vigie.query.summarytrend;

import org.jspecify.annotations.NullMarked;
