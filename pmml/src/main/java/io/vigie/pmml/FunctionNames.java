package io.vigie.pmml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dmg.pmml.Apply;
import org.dmg.pmml.DefineFunction;
import org.dmg.pmml.PMML;
import org.dmg.pmml.TransformationDictionary;
import org.dmg.pmml.VisitorAction;
import org.jpmml.evaluator.FunctionRegistry;
import org.jpmml.evaluator.PMMLTransformer;
import org.jpmml.model.visitors.AbstractVisitor;

/**
 * Gives the functions that a document defines names of ours.
 *
 * <p>The evaluator looks each name up in a map for the whole process, which isn't made for more than one thread, and when it
 * isn't there, takes it for that of a class and writes down that there is none. So a record that is scored could meet a
 * map that another one is changing, and each document would leave its names in it. Our names are all in there before
 * the first document is read, and from then on nothing changes it.
 */
final class FunctionNames implements PMMLTransformer<RuntimeException> {

    /** More than any exporter defines. */
    private static final int MOST = 1_000;

    private static final List<String> NAMES;

    static {
        NAMES = IntStream.range(0, MOST)
                .mapToObj(number -> "function " + number)
                .toList();
        NAMES.forEach(FunctionRegistry::getFunction);
    }

    @Override
    public PMML apply(PMML document) {
        TransformationDictionary dictionary = document.getTransformationDictionary();
        if (dictionary == null || !dictionary.hasDefineFunctions()) {
            return document;
        }
        List<DefineFunction> functions = dictionary.getDefineFunctions();
        if (functions.size() > MOST) {
            throw new ModelRefused(
                    "DefineFunction",
                    "there are more than " + MOST + " functions",
                    "Leave out those that aren't called, or write simple ones where they are used.");
        }
        Map<String, String> renamed = new HashMap<>();
        for (DefineFunction function : functions) {
            String name = NAMES.get(renamed.size());
            renamed.put(function.requireName(), name);
            function.setName(name);
        }
        new AbstractVisitor() {
            @Override
            public VisitorAction visit(Apply apply) {
                String name = renamed.get(apply.requireFunction());
                if (name != null) {
                    apply.setFunction(name);
                }
                return super.visit(apply);
            }
        }.applyTo(document);
        return document;
    }
}
