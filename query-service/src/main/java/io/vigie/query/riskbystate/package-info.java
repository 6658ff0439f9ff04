/** What is at risk where. */
@NullMarked
package io.vigie.query.riskbystate;

import org.jspecify.annotations.NullMarked;
