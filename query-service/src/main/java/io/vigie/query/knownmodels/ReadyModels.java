package io.vigie.query.knownmodels;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vigie.pmml.AnyModel;
import io.vigie.pmml.Model;
import io.vigie.pmml.ModelRefused;
import io.vigie.pmml.Models;
import io.vigie.pmml.UploadRules;
import io.vigie.pmml.Uploads;
import io.vigie.web.Rejected;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Models that can be asked: made of their documents when somebody asks first, and kept as long as others aren't asked more.
 * To make one is work for a processor, so at most two are made at a time.
 */
@Component
public class ReadyModels {

    /**
     * Of documents, for each of both kinds; what is made of one is some times as large. A larger one is made anew for whoever
     * asks.
     */
    private static final long MOST_BYTES = 5_000_000;

    /** They passed the checks when they were uploaded: this only keeps a busy machine from refusing them. */
    private static final UploadRules RULES = new UploadRules(Optional.empty(), List.of(), Duration.ofSeconds(20));

    private static final long PATIENCE_SECONDS = 20;

    private final KnownModels known;
    private final ModelDocuments documents;
    private final Semaphore workers = new Semaphore(2);
    private final Cache<KnownVersion, AnyModel> any = cache();
    private final Cache<KnownVersion, Model> scoring = cache();

    ReadyModels(KnownModels known, ModelDocuments documents) {
        this.known = known;
        this.documents = documents;
    }

    private static <M> Cache<KnownVersion, M> cache() {
        return Caffeine.newBuilder()
                .maximumWeight(MOST_BYTES)
                .weigher((KnownVersion version, M model) -> Math.max(1, version.bytes()))
                .build();
    }

    /**
     * To be asked for anything.
     *
     * @throws Rejected 422 when the document can't be used, 503 while it isn't here
     */
    public AnyModel any(KnownVersion version) {
        return ready(any, version, () -> Uploads.accept(documents.of(version).bytes(), RULES));
    }

    /**
     * To be asked for risks.
     *
     * @throws Rejected 422 when its answer isn't a risk, or it has no reference; 503 while its document isn't here
     */
    public Model scoring(KnownVersion version) {
        return ready(scoring, version, () -> {
            ModelDocument document = documents.of(version);
            return Models.uploaded(version.name(), version.version(), document.bytes(), document.reference());
        });
    }

    /** Whoever waits for a document keeps nobody else from the models that are ready. */
    private <M> M ready(Cache<KnownVersion, M> cache, KnownVersion version, Supplier<M> work) {
        KnownVersion key = key(version);
        M present = cache.getIfPresent(key);
        if (present != null) {
            return present;
        }
        documents.await(version);
        return cache.get(key, missing -> made(work));
    }

    /** The one of that name whose document has that checksum; empty when there is none. */
    public Optional<Model> scoring(String name, String sha256) {
        return known.withChecksum(name, sha256).map(this::scoring);
    }

    /** What never changes of a version. */
    private static KnownVersion key(KnownVersion version) {
        return new KnownVersion(
                version.name(),
                version.version(),
                "",
                version.sha256(),
                version.bytes(),
                version.modelType(),
                null,
                null,
                version.uploadedAt());
    }

    private <M> M made(Supplier<M> work) {
        try {
            if (!workers.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return work.get();
        } catch (ModelRefused refused) {
            throw Rejected.unprocessable("model-refused", "Model refused", "The model can't be used for this.")
                    .with("element", refused.element())
                    .with("reason", refused.reason())
                    .with("remedy", refused.remedy());
        } finally {
            workers.release();
        }
    }

    private static Rejected busy() {
        return Rejected.notReady(
                "busy", "Busy", "Other models are being made ready: ask again in a moment.", Duration.ofSeconds(2));
    }
}
