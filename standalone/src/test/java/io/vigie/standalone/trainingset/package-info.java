@NullMarked
package io.vigie.standalone.trainingset;

import org.jspecify.annotations.NullMarked;
