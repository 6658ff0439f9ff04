/** Whether what a model is given and what it answers is still what it once was. */
@NullMarked
package io.vigie.query.modeldrift;

import org.jspecify.annotations.NullMarked;
