/** What is at risk among clients with as many sites, for as many years. */
@NullMarked
package io.vigie.query.riskbysitesandyears;

import org.jspecify.annotations.NullMarked;
