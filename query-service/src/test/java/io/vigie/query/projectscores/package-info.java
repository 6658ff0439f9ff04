@NullMarked
package io.vigie.query.projectscores;

import org.jspecify.annotations.NullMarked;
