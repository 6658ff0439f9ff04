@NullMarked
package io.vigie.query.pipeline;

import org.jspecify.annotations.NullMarked;
