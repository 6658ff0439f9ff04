/** All models. */
@NullMarked
package io.vigie.query.listmodels;

import org.jspecify.annotations.NullMarked;
