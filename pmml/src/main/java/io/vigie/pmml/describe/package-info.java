/** What a model asks for and answers, as values that can be written as JSON. */
@NullMarked
package io.vigie.pmml.describe;

import org.jspecify.annotations.NullMarked;
