/** The latest scores of some clients side by side. */
@NullMarked
package io.vigie.query.riskhistories;

import org.jspecify.annotations.NullMarked;
