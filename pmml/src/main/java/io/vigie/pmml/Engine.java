package io.vigie.pmml;

import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.ValidationEvent;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import org.dmg.pmml.Apply;
import org.dmg.pmml.MiningFunction;
import org.dmg.pmml.Output;
import org.dmg.pmml.PMML;
import org.dmg.pmml.PMMLObject;
import org.dmg.pmml.ResultFeature;
import org.dmg.pmml.VisitorAction;
import org.jpmml.evaluator.LoadingModelEvaluatorBuilder;
import org.jpmml.evaluator.ModelEvaluator;
import org.jpmml.evaluator.OutputFilters;
import org.jpmml.evaluator.support_vector_machine.EnsureClassificationMethodTransformer;
import org.jpmml.evaluator.visitors.UnsupportedMarkupInspector;
import org.jpmml.model.JAXBUtil;
import org.jpmml.model.PMMLException;
import org.jpmml.model.UnsupportedMarkupException;
import org.jpmml.model.XPathUtil;
import org.jpmml.model.filters.ImportFilter;

/** Builds evaluators from documents that passed the checks. */
final class Engine {

    private static final String OTHER = "Leave it out, or export another kind of model.";

    private Engine() {}

    /** An evaluator and the document that it was built from. */
    record Built(ModelEvaluator<?> evaluator, PMML document) {}

    /** Does what is done once for all documents and shouldn't count for the first one. */
    static void warm() {
        try {
            JAXBUtil.getContext();
        } catch (JAXBException fault) {
            throw new IllegalStateException("the PMML reader can't be set up", fault);
        }
    }

    /**
     * Builds an evaluator and lets it agree with the verification rows, if the document has any.
     *
     * @throws ModelRefused when it can't be built or doesn't agree
     */
    static Built build(byte[] document) {
        try {
            // The default handler prints what it finds, and with it parts of the document.
            LoadingModelEvaluatorBuilder builder = new LoadingModelEvaluatorBuilder()
                    .setValidationEventHandler(event -> event.getSeverity() == ValidationEvent.WARNING)
                    .setFilters(List.of(new WhatCounts(), new ImportFilter()))
                    .load(new ByteArrayInputStream(document))
                    // Old exporters leave out how their machines vote; the categories of the machines tell it.
                    .transform(new EnsureClassificationMethodTransformer())
                    .transform(new FunctionNames());
            supported(builder.getPMML());
            builder.setOutputFilter(OutputFilters.KEEP_FINAL_RESULTS);
            if (givesProbabilities(builder.getModel())) {
                builder.setExtraResultFeatures(Set.of(ResultFeature.PROBABILITY));
            }
            ModelEvaluator<?> evaluator = builder.build();
            verified(evaluator);
            return new Built(evaluator, builder.getPMML());
        } catch (ModelRefused refused) {
            throw refused;
        } catch (PMMLException fault) {
            throw new ModelRefused(element(fault), "the evaluator can't use it: " + kind(fault), fault);
        } catch (JAXBException fault) {
            throw new ModelRefused("PMML", "a value is not of the form that PMML asks for", fault);
        } catch (Exception | StackOverflowError | AssertionError fault) {
            throw new ModelRefused("PMML", "the evaluator can't use it: " + kind(fault), fault);
        }
    }

    private static void verified(ModelEvaluator<?> evaluator) {
        try {
            evaluator.verify();
        } catch (PMMLException fault) {
            ModelRefused refused = new ModelRefused(
                    "ModelVerification",
                    "the model doesn't give the answers of its verification rows: " + kind(fault),
                    "Export the model again; rows and model must come from the same training.");
            refused.initCause(fault);
            throw refused;
        }
    }

    /** A second net behind the checks of the document: what the evaluator itself says that it can't do. */
    private static void supported(PMML document) {
        UnsupportedMarkupInspector inspector = new UnsupportedMarkupInspector() {
            @Override
            public VisitorAction visit(Apply apply) {
                // Functions have their own list.
                return VisitorAction.CONTINUE;
            }
        };
        try {
            inspector.applyTo(document);
        } catch (UnsupportedMarkupException fault) {
            throw new ModelRefused(element(fault), "this is not supported", OTHER);
        }
        List<UnsupportedMarkupException> faults = inspector.getExceptions();
        if (!faults.isEmpty()) {
            throw new ModelRefused(element(faults.get(0)), "this is not supported", OTHER);
        }
    }

    /** Where the document asks for no confidences, which the evaluator gives instead of probabilities. */
    private static boolean givesProbabilities(org.dmg.pmml.Model model) {
        Output output = model.getOutput();
        return model.requireMiningFunction() == MiningFunction.CLASSIFICATION
                && (output == null
                        || output.getOutputFields().stream()
                                .noneMatch(field -> field.getResultFeature() == ResultFeature.CONFIDENCE));
    }

    static String kind(Throwable fault) {
        return fault.getClass().getSimpleName();
    }

    private static String element(PMMLException fault) {
        PMMLObject context = fault.getContext();
        return context == null ? "PMML" : XPathUtil.formatElement(context.getClass());
    }
}
