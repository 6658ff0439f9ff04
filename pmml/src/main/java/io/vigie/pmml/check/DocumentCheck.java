package io.vigie.pmml.check;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** All checks of a document that need no evaluator. */
public final class DocumentCheck {

    private static final Set<String> TELLING =
            Set.of("ModelStats", "ModelExplanation", "UnivariateStats", "Partition", "MiningBuildTask");

    /**
     * Whether an element that isn't a cell of a row tells people something and changes no answer. Such ones are neither
     * checked nor to be given to an evaluator. Before PMML 4.2 naive Bayes kept its continuous inputs in extensions, which
     * the evaluator reads.
     *
     * @param parent name of the element around it
     */
    public static boolean ignored(String name, String parent) {
        return name.equals("Extension") ? !parent.equals("BayesInputs") : TELLING.contains(name);
    }

    private DocumentCheck() {}

    /**
     * What is known of a document that passed.
     *
     * @param modelType name of the model's element
     * @param version of PMML, as the document says it
     * @param elements in the document
     * @param steps that one record costs at most
     * @param verified whether there are rows to verify the model with
     * @param inputs names of the fields that the model asks for
     * @param root the document as it was read
     */
    public record Passed(
            String modelType,
            String version,
            int elements,
            long steps,
            boolean verified,
            Set<String> inputs,
            Markup root) {}

    /**
     * Checks in this order: size, document type, form, limits, version, one model, elements and attributes that can be
     * evaluated, finite numbers, functions, fields, the length of texts, and the work that a record can cost.
     *
     * @throws Refusal with the first fault
     */
    public static Passed check(byte[] bytes, Limits limits) {
        Reader.Document document = Reader.read(bytes, limits);
        Markup root = document.root();
        Markup model = Header.check(root);
        Numbers numbers = new Numbers(root);
        Sizes sizes = new Sizes();
        root.walk(element -> {
            Supported.check(element);
            sizes.check(element);
            numbers.check(element);
        });
        Sizes.inputs(model);
        Functions.check(root);
        Fields.check(root, model);
        Definitions definitions = new Definitions(root);
        Texts.check(root, definitions);
        long steps = Work.check(root, model, definitions);
        boolean verified = model.children("ModelVerification")
                .flatMap(verification -> verification.children("InlineTable"))
                .anyMatch(table -> !table.children().isEmpty());
        Set<String> inputs = new LinkedHashSet<>();
        model.children("MiningSchema")
                .flatMap(schema -> schema.children("MiningField"))
                .filter(field -> Set.of("", "active").contains(field.attribute("usageType")))
                .forEach(field -> inputs.add(field.attribute("name")));
        return new Passed(
                model.name(),
                root.attribute("version").trim(),
                document.elements(),
                steps,
                verified,
                Collections.unmodifiableSet(inputs),
                root);
    }
}
