package io.vigie.command.model;

import io.vigie.contracts.model.Alias;
import io.vigie.contracts.model.ModelEvent;
import io.vigie.contracts.model.ModelEvent.ModelChallengerDismissed;
import io.vigie.contracts.model.ModelEvent.ModelPromoted;
import io.vigie.contracts.model.ModelEvent.ModelRetired;
import io.vigie.contracts.model.ModelEvent.ModelRolledBack;
import io.vigie.contracts.model.ModelEvent.ModelUploaded;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What rules need to know of a model; folded from its events, and from nothing else.
 *
 * @param documents SHA-256 of each version's, version 1 first
 * @param retired versions that get no alias any more
 * @param champions one after the other, the present one last; a rollback takes it away
 * @param challenger null for none
 */
public record ModelState(
        List<String> documents,
        Set<Integer> retired,
        List<Integer> champions,
        @Nullable Integer challenger) {

    /** Before the first upload. */
    public static final ModelState NONE = new ModelState(List.of(), Set.of(), List.of(), null);

    /** Copies. */
    public ModelState {
        documents = List.copyOf(documents);
        retired = Set.copyOf(retired);
        champions = List.copyOf(champions);
    }

    /** The model after one more event. */
    public ModelState evolve(ModelEvent event) {
        if (event instanceof ModelUploaded uploaded) {
            return new ModelState(with(documents, uploaded.sha256()), retired, champions, challenger);
        } else if (event instanceof ModelPromoted promoted) {
            return promoted.alias() == Alias.CHALLENGER
                    ? new ModelState(documents, retired, champions, promoted.version())
                    : new ModelState(
                            documents, retired, with(champions, promoted.version()), unless(promoted.version()));
        } else if (event instanceof ModelRolledBack rolledBack) {
            return new ModelState(
                    documents, retired, champions.subList(0, champions.size() - 1), unless(rolledBack.version()));
        } else if (event instanceof ModelChallengerDismissed) {
            return new ModelState(documents, retired, champions, null);
        } else if (event instanceof ModelRetired gone) {
            Set<Integer> more = new HashSet<>(retired);
            more.add(gone.version());
            return new ModelState(documents, more, champions, unless(gone.version()));
        }
        throw new IllegalArgumentException("no fold for " + event.getClass().getSimpleName());
    }

    /** Whether there is that version, retired or not. */
    public boolean has(int version) {
        return version >= 1 && version <= documents.size();
    }

    /** The version that a document is; empty when it is none. */
    public OptionalInt versionOf(String sha256) {
        int index = documents.indexOf(sha256);
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index + 1);
    }

    /** The version whose scores are the risk; null before the first one. */
    public @Nullable Integer champion() {
        return champions.isEmpty() ? null : champions.get(champions.size() - 1);
    }

    /** Whom a rollback brings back. */
    public Optional<Integer> previousChampion() {
        return champions.size() < 2 ? Optional.empty() : Optional.of(champions.get(champions.size() - 2));
    }

    /** Whether the version is the champion. */
    public boolean isChampion(int version) {
        return Objects.equals(champion(), version);
    }

    /** Whether the version is the challenger. */
    public boolean isChallenger(int version) {
        return Objects.equals(challenger, version);
    }

    private @Nullable Integer unless(int version) {
        return isChallenger(version) ? null : challenger;
    }

    private static <T> List<T> with(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }
}
