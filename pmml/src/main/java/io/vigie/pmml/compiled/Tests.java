package io.vigie.pmml.compiled;

import io.vigie.pmml.check.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * The predicates of trees as tests of one kind: is the field at most so much? Of doubles that are numbers each comparison of
 * PMML is one of these or two. A place is the number of a test, or, below zero, the complement of that of a leaf.
 */
final class Tests {

    private static final Set<String> ORDER = Set.of("lessThan", "lessOrEqual", "greaterThan", "greaterOrEqual");

    private final Slots slots;
    private final List<Test> tests = new ArrayList<>();

    /**
     * One test.
     *
     * @param most goes on at {@code yes} if the field is at most this
     */
    record Test(int slot, double most, int yes, int no) {}

    Tests(Slots slots) {
        this.slots = slots;
    }

    List<Test> all() {
        return tests;
    }

    /** The place where a record begins that goes on at one of two others, of which each is made once, if at all. */
    int of(Markup predicate, IntSupplier yes, IntSupplier no) {
        return switch (predicate.name()) {
            case "True" -> yes.getAsInt();
            case "False" -> no.getAsInt();
            case "SimplePredicate" -> simple(predicate, yes, no);
            case "CompoundPredicate" -> {
                List<Markup> all = predicate.children();
                // The evaluator refuses a record that meets a compound of one.
                if (all.size() < 2) {
                    throw new NotPlain("CompoundPredicate");
                }
                yield switch (predicate.attribute("booleanOperator")) {
                    case "and" -> and(all, new Once(yes), new Once(no));
                    case "or" -> or(all, new Once(yes), new Once(no));
                    // Nothing is missing, so the first one is asked, and only that.
                    default -> of(all.get(0), yes, no);
                };
            }
            default -> throw new NotPlain(predicate.name());
        };
    }

    private int and(List<Markup> all, IntSupplier yes, IntSupplier no) {
        return all.isEmpty()
                ? yes.getAsInt()
                : of(all.get(0), new Once(() -> and(all.subList(1, all.size()), yes, no)), no);
    }

    private int or(List<Markup> all, IntSupplier yes, IntSupplier no) {
        return all.isEmpty()
                ? no.getAsInt()
                : of(all.get(0), yes, new Once(() -> or(all.subList(1, all.size()), yes, no)));
    }

    private int simple(Markup predicate, IntSupplier yes, IntSupplier no) {
        int slot = slots.of(predicate.attribute("field"));
        double bound = bound(predicate);
        return switch (predicate.attribute("operator")) {
            case "lessOrEqual" -> atMost(slot, bound, yes, no);
            case "lessThan" -> atMost(slot, Math.nextDown(bound), yes, no);
            case "greaterThan" -> atMost(slot, bound, no, yes);
            case "greaterOrEqual" -> atMost(slot, Math.nextDown(bound), no, yes);
            case "equal" -> equal(slot, bound, yes, no);
            case "notEqual" -> equal(slot, bound, no, yes);
            default -> throw new NotPlain("operator");
        };
    }

    private int equal(int slot, double bound, IntSupplier yes, IntSupplier no) {
        // Of an integer the evaluator refuses to ask whether it equals anything else.
        if (bound != Math.rint(bound) || Math.abs(bound) > Integer.MAX_VALUE) {
            throw new NotPlain("SimplePredicate");
        }
        IntSupplier other = new Once(no);
        return atMost(slot, bound, () -> atMost(slot, Math.nextDown(bound), other, yes), other);
    }

    private int atMost(int slot, double most, IntSupplier yes, IntSupplier no) {
        int place = tests.size();
        tests.add(new Test(slot, most, 0, 0));
        int then = yes.getAsInt();
        int otherwise = no.getAsInt();
        tests.set(place, new Test(slot, most, then, otherwise));
        return place;
    }

    /** As the type of its field. The evaluator tells a zero below zero from zero. */
    private double bound(Markup predicate) {
        double bound = Vocabulary.number(predicate, "value", Double.NaN);
        bound = slots.single(slots.of(predicate.attribute("field")))
                ? Float.parseFloat(predicate.attribute("value"))
                : bound;
        if (!Double.isFinite(bound) || bound == 0 && 1 / bound < 0) {
            throw new NotPlain("SimplePredicate");
        }
        return bound;
    }

    /** Whether the second holds exactly where the first doesn't. */
    static boolean contrary(Markup first, Markup second) {
        String one = first.attribute("operator");
        String other = second.attribute("operator");
        return first.is("SimplePredicate")
                && second.is("SimplePredicate")
                && ORDER.contains(one)
                && first.attribute("field").equals(second.attribute("field"))
                && first.attribute("value").equals(second.attribute("value"))
                && other.equals(
                        switch (one) {
                            case "lessThan" -> "greaterOrEqual";
                            case "lessOrEqual" -> "greaterThan";
                            case "greaterThan" -> "lessOrEqual";
                            default -> "lessThan";
                        });
    }

    /** Makes a place when it is first asked for, and gives the same again. */
    static final class Once implements IntSupplier {

        private final IntSupplier maker;
        private boolean made;
        private int place;

        Once(IntSupplier maker) {
            this.maker = maker;
        }

        @Override
        public int getAsInt() {
            if (!made) {
                place = maker.getAsInt();
                made = true;
            }
            return place;
        }
    }
}
