package io.vigie.query.livestream;

import io.vigie.access.Actor;
import io.vigie.access.rules.AccessRules;
import io.vigie.access.rules.Reach;
import io.vigie.query.platform.Asked;
import io.vigie.query.platform.Portfolio;
import io.vigie.web.Rejected;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may watch what: whoever may read it, as far as they may read it. */
@Component
final class Entitlement {

    private final AccessRules rules;
    private final Map<String, LiveTopic> topics = new TreeMap<>();

    Entitlement(AccessRules rules, List<LiveTopic> topics) {
        this.rules = rules;
        topics.forEach(topic -> this.topics.put(topic.name(), topic));
    }

    /**
     * Who somebody is to each of these topics, which stand side by side with commas between them.
     *
     * @throws Rejected 400 for what are no topics, 403 for one whose read isn't allowed
     */
    Map<String, Audience> audiences(@Nullable String names, Actor actor, Locale language) {
        Map<String, Audience> audiences = new LinkedHashMap<>();
        for (String name : names(names)) {
            LiveTopic topic = Objects.requireNonNull(topics.get(name));
            Reach reach = rules.ofEndpoint("GET", topic.read())
                    .map(rule -> rule.reach(actor.roles()))
                    .orElse(Reach.NONE);
            if (reach == Reach.NONE) {
                throw Rejected.forbidden(
                                "topic-forbidden",
                                "Not allowed",
                                "Whoever may not GET " + topic.read() + " can't watch the topic " + name + ".")
                        .error("topics", "leave out " + name);
            }
            audiences.put(
                    name,
                    new Audience(
                            Portfolio.within(reach, actor),
                            reach == Reach.MASKED,
                            topic.isWorded() ? language : Locale.ENGLISH));
        }
        return audiences;
    }

    private Set<String> names(@Nullable String names) {
        Set<String> asked = new LinkedHashSet<>(List.of((names == null ? "" : names).split(",", topics.size() + 1)));
        if (!topics.keySet().containsAll(asked)) {
            throw Asked.bad(
                    "topics", "must be some of " + String.join(", ", topics.keySet()) + ", with commas between");
        }
        return asked;
    }
}
