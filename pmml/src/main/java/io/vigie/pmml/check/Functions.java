package io.vigie.pmml.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * That only functions are called of which it is known what they do. The evaluator takes any other name for that of a Java
 * class, loads it and makes an instance of it.
 */
final class Functions {

    /** Functions that can neither load a class, nor run a regular expression, nor build strings without end. */
    private static final Set<String> ALLOWED = Set.of(
            "+ - * / min max sum avg product ln log10 ln1p exp expm1 sqrt abs pow threshold floor ceil round rint modulo"
                    .concat(
                            " isMissing isNotMissing isValid isNotValid equal notEqual lessThan lessOrEqual greaterThan")
                    .concat(" greaterOrEqual isIn isNotIn and or not if uppercase lowercase trimBlanks stringLength")
                    .concat(
                            " substring sin cos tan asin acos atan sinh cosh tanh hypot erf normalCDF normalPDF normalIDF")
                    .concat(" stdNormalCDF stdNormalPDF stdNormalIDF dateDaysSinceYear dateSecondsSinceYear")
                    .concat(" dateSecondsSinceMidnight")
                    .split(" "));

    private static final Set<String> EXPRESSIONS = Set.of("matches", "replace");

    /** What the evaluator knows besides: it takes its own function first, whatever the document defines under that name. */
    private static final Set<String> TAKEN = Set.of(
            "matches",
            "replace",
            "concat",
            "formatNumber",
            "formatDatetime",
            "atan2",
            "median",
            "percentile",
            "normalPDF",
            "normalIDF",
            "stdNormalPDF",
            "stdNormalIDF");

    /** Every name is tried as that of a class first, and a class that could do harm has a dot or more in its name. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_ -]*");

    private static final String LIST = "Use the functions that PMML itself defines, or a DefineFunction of them.";

    private Functions() {}

    static void check(Markup root) {
        Set<String> defined = new HashSet<>();
        for (Markup definition : root.below("DefineFunction").toList()) {
            String name = definition.attribute("name");
            if (!Harmless.usable(name)
                    || ALLOWED.contains(name)
                    || !NAME.matcher(name).matches()) {
                throw new Refusal(
                        "DefineFunction", "the name is not allowed", "Take a name of letters, digits and hyphens.");
            }
            if (name.startsWith("x-") || TAKEN.contains(name)) {
                throw new Refusal("DefineFunction", "the name is not allowed", "Take a name that PMML doesn't have.");
            }
            if (!defined.add(name)) {
                throw new Refusal(
                        "DefineFunction", "the name is defined twice", "Give each function a name of its own.");
            }
        }
        for (Markup apply : root.below("Apply").toList()) {
            String function = apply.attribute("function");
            if (function.equals("concat")) {
                concat(apply);
            } else if (!ALLOWED.contains(function) && !defined.contains(function)) {
                throw refusal(function);
            }
        }
    }

    private static Refusal refusal(String function) {
        if (EXPRESSIONS.contains(function)) {
            return new Refusal(
                    "Apply",
                    function + " is not on the allow-list: a regular expression can run for longer than anybody waits",
                    "Compare with a list of values, or compute it before the model is asked.");
        }
        return new Refusal("Apply", "only the functions on the allow-list may be used", LIST);
    }

    /** How long its text can get is looked at where fields are known; what a function does to its parameters isn't. */
    private static void concat(Markup apply) {
        for (Markup above = apply; above != null; above = above.parent()) {
            if (above.is("DefineFunction")) {
                throw new Refusal(
                        "Apply", "concat is not allowed in a DefineFunction", "Concatenate where it is used.");
            }
        }
    }

    /** For each function, the functions that its definition calls. */
    static Map<String, List<Uses.Use>> calls(Markup root) {
        Map<String, List<Uses.Use>> calls = new HashMap<>();
        root.below("DefineFunction")
                .forEach(definition -> calls.put(definition.attribute("name"), Uses.calls(definition)));
        return calls;
    }
}
