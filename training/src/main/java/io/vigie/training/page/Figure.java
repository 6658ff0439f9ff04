package io.vigie.training.page;

/**
 * A picture with its title, its sentence and its table.
 *
 * @param title what is seen
 * @param sentence how to read it, and of how many rows
 */
record Figure(String title, String svg, String sentence, String table) {

    String html() {
        return "<figure><figcaption>" + title + "</figcaption>" + svg + "<p>" + sentence
                + "</p><details><summary>As a table</summary>" + table + "</details></figure>\n";
    }
}
