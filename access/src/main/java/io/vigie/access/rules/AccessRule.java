package io.vigie.access.rules;

import io.vigie.access.Role;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/**
 * One line of the table.
 *
 * @param method in capitals
 * @param path with variables, as a controller names it
 * @param open whether nobody has to sign in
 * @param reaches of every role
 * @param inPerson whether only somebody who signed in may do it, whatever the roles of a token
 * @param recorded whether the answer tells about people, so that each time an auditor asks for it is itself recorded
 */
public record AccessRule(
        String method, PathPattern path, boolean open, Map<Role, Reach> reaches, boolean inPerson, boolean recorded) {

    private static final Pattern PLAIN = Pattern.compile("[^{*?]+");

    public AccessRule {
        reaches = Map.copyOf(reaches);
    }

    /** How far the widest of these roles reaches. */
    public Reach reach(Collection<Role> roles) {
        Reach widest = Reach.NONE;
        for (Role role : roles) {
            widest = widest.or(reaches.getOrDefault(role, Reach.NONE));
        }
        return widest;
    }

    /** The second word of its path; empty when there is none, or any may stand there. */
    String secondWord() {
        String[] words = path.getPatternString().split("/", -1);
        return words.length > 2 && PLAIN.matcher(words[2]).matches() ? words[2] : "";
    }

    boolean takes(String other) {
        return method.equals(other) || (method.equals("GET") && other.equals("HEAD"));
    }

    boolean isAt(PathContainer address) {
        return path.matches(address);
    }
}
