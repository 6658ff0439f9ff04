/** Shows whether what a version is given and what it answers has drifted. */
@NullMarked
package io.vigie.standalone.model.drift;

import org.jspecify.annotations.NullMarked;
