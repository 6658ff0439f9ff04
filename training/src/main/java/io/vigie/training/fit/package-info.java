/** The candidates and their fitting on Spark. */
@NullMarked
package io.vigie.training.fit;

import org.jspecify.annotations.NullMarked;
