/** The report of a run: one record of facts, as JSON and as a page. */
@NullMarked
package io.vigie.training.report;

import org.jspecify.annotations.NullMarked;
