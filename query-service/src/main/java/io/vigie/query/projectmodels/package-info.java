/** What happens to models, their documents and where they score become the models' views. */
@NullMarked
package io.vigie.query.projectmodels;

import org.jspecify.annotations.NullMarked;
