@NullMarked
package io.vigie.query.reasonwords;

import org.jspecify.annotations.NullMarked;
