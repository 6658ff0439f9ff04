@NullMarked
package io.vigie.query.summarytrend;

import org.jspecify.annotations.NullMarked;
