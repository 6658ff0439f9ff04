package io.vigie.training.page;

import java.util.List;
import java.util.Locale;

/** Text from data, made fit for a page: names of columns and files may hold anything. */
final class Html {

    private Html() {}

    static String text(String raw) {
        return raw.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    static String percent(double share) {
        return number(share * 100, 1) + " %";
    }

    static String p(double p) {
        return p < 0.001 ? "< 0.001" : number(p, 3);
    }

    /** Cells are HTML already; in columns whose head ends with a blank they are words and stand left. */
    static String table(List<String> head, List<List<String>> rows) {
        StringBuilder html = new StringBuilder("<div class=\"scroll\"><table><thead><tr>");
        head.forEach(cell -> html.append("<th")
                .append(words(cell))
                .append(" scope=\"col\">")
                .append(cell.strip())
                .append("</th>"));
        html.append("</tr></thead><tbody>");
        for (List<String> row : rows) {
            html.append("<tr>");
            for (int column = 0; column < row.size(); column++) {
                html.append("<td")
                        .append(words(head.get(column)))
                        .append('>')
                        .append(row.get(column))
                        .append("</td>");
            }
            html.append("</tr>");
        }
        return html.append("</tbody></table></div>\n").toString();
    }

    private static String words(String head) {
        return head.endsWith(" ") ? " class=\"words\"" : "";
    }
}
