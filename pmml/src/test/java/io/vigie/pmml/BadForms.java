package io.vigie.pmml;

import static io.vigie.pmml.Snippets.CHAIN;
import static io.vigie.pmml.Snippets.LINE;
import static io.vigie.pmml.Snippets.apply;
import static io.vigie.pmml.Snippets.derived;
import static io.vigie.pmml.Snippets.field;
import static io.vigie.pmml.Snippets.function;
import static io.vigie.pmml.Snippets.ref;
import static io.vigie.pmml.Snippets.transformed;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Documents whose form does harm. Each with its name, the element and the reason that are to be told. */
final class BadForms {

    private BadForms() {}

    static Stream<Arguments> forms() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE PMML [<!ENTITY l0 \"lol\">");
        for (int level = 1; level < 10; level++) {
            laughs.append("<!ENTITY l").append(level).append(" \"");
            laughs.append(("&l" + (level - 1) + ";").repeat(10)).append("\">");
        }
        String laughing = LINE.replace("<PMML ", laughs + "]><PMML ").replace("Made by hand", "&l9;");
        String model = LINE.substring(LINE.indexOf("<RegressionModel"), LINE.indexOf("</PMML>"));
        return Stream.of(
                arguments("document type", LINE.replace("<PMML ", "<!DOCTYPE PMML><PMML "), "DOCTYPE", "not allowed"),
                arguments(
                        "external entity",
                        LINE.replace("<PMML ", "<!DOCTYPE PMML [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><PMML "),
                        "DOCTYPE",
                        "not allowed"),
                arguments("billion laughs", laughing, "DOCTYPE", "not allowed"),
                arguments("undeclared entity", LINE.replace("Made by hand", "&lol;"), "PMML", ""),
                arguments("empty", "", "PMML", "not well-formed"),
                arguments("cut off", LINE.substring(0, 900), "PMML", "not well-formed"),
                arguments("another root", "<html/>", "html", "not PMML"),
                arguments("future version", LINE.replace("4.4\"", "5.0\""), "PMML", "from 3.2 to 4.4"),
                arguments("ancient version", LINE.replace("4.4\"", "3.0\""), "PMML", "from 3.2 to 4.4"),
                arguments("foreign namespace", LINE.replace("dmg.org/PMML", "example.org/PMML"), "PMML", "from 3.2"),
                arguments("two models", LINE.replace("</PMML>", model + "</PMML>"), "PMML", "exactly one model, not 2"),
                arguments("no model", LINE.replace(model, ""), "PMML", "exactly one model, not 0"));
    }

    static Stream<Arguments> nesting() {
        int deep = 20_000;
        StringBuilder doubling = new StringBuilder(function("f0", "<FieldRef field=\"v\"/>"));
        for (int level = 1; level <= 40; level++) {
            String call = "<Apply function=\"f" + (level - 1) + "\"><FieldRef field=\"v\"/></Apply>";
            doubling.append(function("f" + level, "<Apply function=\"+\">" + call + call + "</Apply>"));
        }
        StringBuilder texts = new StringBuilder();
        for (int level = 0; level < 60; level++) {
            String before = level == 0 ? "colour" : "t" + (level - 1);
            texts.append(field("t" + level, apply("concat", ref(before), ref(before))));
        }
        StringBuilder chain = new StringBuilder(field("c0", ref("x")));
        for (int link = 1; link < 5_000; link++) {
            chain.append(field("c" + link, ref("c" + (link - 1))));
        }
        return Stream.of(
                arguments(
                        "20,000 functions in each other",
                        derived("<Apply function=\"abs\">".repeat(deep) + ref("x") + "</Apply>".repeat(deep)),
                        "Apply",
                        "deeper than 128"),
                arguments("20,000 nodes in each other", Documents.branch(deep), "Node", "deeper than 300"),
                arguments(
                        "20,000 models in each other",
                        LINE.replace("<RegressionModel", "<MiningModel>".repeat(deep) + "<RegressionModel"),
                        "MiningModel",
                        "deeper than 128"),
                arguments("field of itself", derived(ref("derived")), "DerivedField", "back to itself"),
                arguments(
                        "fields of each other",
                        transformed(field("one", ref("other")) + field("other", ref("one"))),
                        "DerivedField",
                        "back to itself"),
                arguments(
                        "fields of a segment of each other",
                        CHAIN.replace(
                                field("own", ref("scaled")), field("own", ref("mine")) + field("mine", ref("own"))),
                        "DerivedField",
                        "back to itself"),
                arguments("chain of 5,000 fields", transformed(chain.toString()), "DerivedField", "100 deep"),
                arguments(
                        "function of itself",
                        transformed(function("f", apply("f", ref("v")))),
                        "DefineFunction",
                        "back to itself"),
                arguments(
                        "functions of each other",
                        transformed(function("f", apply("g", ref("v"))) + function("g", apply("f", ref("v")))),
                        "DefineFunction",
                        "back to itself"),
                arguments(
                        "functions that double",
                        transformed(doubling + field("d", apply("f40", ref("x")))),
                        "PMML",
                        "steps"),
                arguments("texts that double", transformed(texts.toString()), "Apply", "a text without end"));
    }
}
