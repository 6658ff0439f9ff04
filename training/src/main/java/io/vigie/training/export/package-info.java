/** From a fitted pipeline to a PMML document that says the same. */
@NullMarked
package io.vigie.training.export;

import org.jspecify.annotations.NullMarked;
