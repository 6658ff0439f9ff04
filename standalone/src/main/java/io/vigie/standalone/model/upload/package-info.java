/** Uploads a model. */
@NullMarked
package io.vigie.standalone.model.upload;

import org.jspecify.annotations.NullMarked;
