/**
 * What must hold of a model document before an evaluator is built from it. Nothing in here builds one: a document is read as
 * markup only, and every walk over it is bounded by its number of elements.
 */
@NullMarked
package io.vigie.pmml.check;

import org.jspecify.annotations.NullMarked;
