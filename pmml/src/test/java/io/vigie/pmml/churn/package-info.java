/** How the churn model was fitted; nothing here is needed to use it. */
@NullMarked
package io.vigie.pmml.churn;

import org.jspecify.annotations.NullMarked;
