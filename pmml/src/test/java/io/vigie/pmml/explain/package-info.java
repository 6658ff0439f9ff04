@NullMarked
package io.vigie.pmml.explain;

import org.jspecify.annotations.NullMarked;
