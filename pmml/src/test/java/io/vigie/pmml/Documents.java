package io.vigie.pmml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Documents for tests. */
final class Documents {

    private Documents() {}

    static byte[] bytes(String name) {
        try (InputStream stream = Documents.class.getResourceAsStream("/models/" + name + ".pmml")) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static String text(String name) {
        return new String(bytes(name), UTF_8);
    }

    static AnyModel model(String name) {
        return Uploads.accept(bytes(name), UploadRules.any());
    }

    static AnyModel accepted(String text) {
        return Uploads.accept(text.getBytes(UTF_8), UploadRules.any());
    }

    /** A forest of such trees, each a complete binary tree, over three inputs. */
    static String forest(int trees, int depth) {
        StringBuilder text = new StringBuilder("<PMML xmlns=\"http://www.dmg.org/PMML-4_4\" version=\"4.4\"><Header/>"
                + "<DataDictionary><DataField name=\"x0\" optype=\"continuous\" dataType=\"double\"/>"
                + "<DataField name=\"x1\" optype=\"continuous\" dataType=\"double\"/>"
                + "<DataField name=\"x2\" optype=\"continuous\" dataType=\"double\"/>"
                + "<DataField name=\"y\" optype=\"continuous\" dataType=\"double\"/></DataDictionary>"
                + "<MiningModel functionName=\"regression\">" + schema(true)
                + "<Segmentation multipleModelMethod=\"average\">");
        for (int tree = 0; tree < trees; tree++) {
            text.append("<Segment id=\"").append(tree).append("\"><True/>");
            text.append("<TreeModel functionName=\"regression\" splitCharacteristic=\"binarySplit\">")
                    .append(schema(false))
                    .append("<Node id=\"r\"><True/>");
            nodes(text, depth, tree);
            text.append("</Node></TreeModel></Segment>");
        }
        return text.append("</Segmentation></MiningModel></PMML>").toString();
    }

    private static String schema(boolean target) {
        return "<MiningSchema><MiningField name=\"x0\"/><MiningField name=\"x1\"/><MiningField name=\"x2\"/>"
                + (target ? "<MiningField name=\"y\" usageType=\"target\"/>" : "") + "</MiningSchema>";
    }

    private static void nodes(StringBuilder text, int depth, int seed) {
        if (depth == 0) {
            return;
        }
        for (String operator : new String[] {"lessOrEqual", "greaterThan"}) {
            text.append("<Node id=\"n").append(text.length()).append('"');
            if (depth == 1) {
                text.append(" score=\"")
                        .append((seed * 31 + text.length()) % 1000 / 10.0)
                        .append('"');
            }
            text.append("><SimplePredicate field=\"x").append((seed + depth) % 3);
            text.append("\" operator=\"").append(operator).append("\" value=\"");
            text.append(depth * 1.25 + seed % 7).append("\"/>");
            nodes(text, depth - 1, seed);
            text.append("</Node>");
        }
    }

    /** A tree that is a single branch of so many levels. */
    static String branch(int levels) {
        return "<PMML xmlns=\"http://www.dmg.org/PMML-4_4\" version=\"4.4\"><Header/><DataDictionary>"
                + "<DataField name=\"x\" optype=\"continuous\" dataType=\"double\"/>"
                + "<DataField name=\"y\" optype=\"continuous\" dataType=\"double\"/></DataDictionary>"
                + "<TreeModel functionName=\"regression\"><MiningSchema><MiningField name=\"x\"/>"
                + "<MiningField name=\"y\" usageType=\"target\"/></MiningSchema>"
                + "<Node score=\"7\"><SimplePredicate field=\"x\" operator=\"greaterThan\" value=\"-5\"/>"
                        .repeat(levels)
                + "</Node>".repeat(levels) + "</TreeModel></PMML>";
    }
}
