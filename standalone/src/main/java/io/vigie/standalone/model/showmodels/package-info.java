/** Shows models and their versions. */
@NullMarked
package io.vigie.standalone.model.showmodels;

import org.jspecify.annotations.NullMarked;
