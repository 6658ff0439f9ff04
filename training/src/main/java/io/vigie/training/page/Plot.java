package io.vigie.training.page;

import io.vigie.training.judge.Curve.Point;
import java.util.List;
import java.util.Locale;

/** A frame with two axes from zero, into which marks are drawn. */
final class Plot {

    private static final int WIDTH = 360;
    private static final int HEIGHT = 260;
    private static final int LEFT = 48;
    private static final int BOTTOM = 40;
    private static final int TOP = 10;
    private static final int RIGHT = 14;
    private static final int TICKS = 5;

    private final double mostX;
    private final double mostY;
    private final StringBuilder svg = new StringBuilder();

    /**
     * An empty frame.
     *
     * @param said what the picture shows, for those who can't see it
     */
    Plot(String said, String x, double mostX, String y, double mostY) {
        this.mostX = mostX;
        this.mostY = mostY;
        svg.append(
                format("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">", WIDTH, HEIGHT, Html.text(said)));
        for (int tick = 0; tick <= TICKS; tick++) {
            double share = (double) tick / TICKS;
            double atX = x(share * mostX);
            double atY = y(share * mostY);
            svg.append(format(
                    "<line class=\"tick\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>",
                    LEFT, WIDTH - RIGHT, atY, atY));
            svg.append(format(
                    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>", LEFT - 6, atY + 4, tick(share * mostY)));
            svg.append(format(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                    atX, HEIGHT - BOTTOM + 14, tick(share * mostX)));
        }
        svg.append(format(
                "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>", x(mostX / 2), HEIGHT - 6, Html.text(x)));
        svg.append(format(
                "<text transform=\"translate(11 %.1f) rotate(-90)\" text-anchor=\"middle\">%s</text>",
                y(mostY / 2), Html.text(y)));
    }

    private static String tick(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }

    Plot line(String kind, List<Point> points) {
        svg.append("<polyline class=\"").append(kind).append("\" points=\"");
        points.forEach(point -> svg.append(format("%.1f,%.1f ", x(point.x()), y(point.y()))));
        svg.append("\"/>");
        return this;
    }

    Plot dot(double x, double y) {
        svg.append(format("<circle class=\"dot\" cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\"/>", x(x), y(y)));
        return this;
    }

    Plot interval(double x, double low, double high) {
        svg.append(format(
                "<line class=\"mark\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\"/>", x(x), x(x), y(low), y(high)));
        return this;
    }

    Plot bar(double from, double to, double height) {
        svg.append(format(
                "<rect class=\"bar\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
                x(from) + 1, y(height), x(to) - x(from) - 2, y(0) - y(height)));
        return this;
    }

    Plot name(double x, double y, String words) {
        svg.append(format("<text class=\"name\" x=\"%.1f\" y=\"%.1f\">%s</text>", x(x), y(y), Html.text(words)));
        return this;
    }

    String svg() {
        return svg + "</svg>\n";
    }

    private double x(double value) {
        return LEFT + value / mostX * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - value / mostY * (HEIGHT - TOP - BOTTOM);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
