/** What the models were given and answered. */
@NullMarked
package io.vigie.query.projectmodelsketches;

import org.jspecify.annotations.NullMarked;
