package io.vigie.query.projection;

import io.vigie.contracts.model.Alias;
import io.vigie.contracts.model.ModelArtefact;
import io.vigie.contracts.model.ModelDeployment;
import io.vigie.contracts.model.ModelEvent;
import io.vigie.contracts.model.ModelEvent.ModelChallengerDismissed;
import io.vigie.contracts.model.ModelEvent.ModelPromoted;
import io.vigie.contracts.model.ModelEvent.ModelRetired;
import io.vigie.contracts.model.ModelEvent.ModelRolledBack;
import io.vigie.contracts.score.ClientScore;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.ModelLives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RunningService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** What is published of models, and views to put it in. */
@SuppressWarnings("NullAway.Init")
abstract class ModelTopics extends RunningService {

    static final ModelArtefact ONE = ModelLives.artefact("m", 1, ModelLives.churn());
    static final ModelArtefact TWO = ModelLives.artefact("m", 2, ModelLives.churn(-18));
    static final ModelArtefact THREE = ModelLives.artefact("m", 3, ModelLives.churn(-17));

    @Autowired
    List<Track<?, ?>> tracks;

    @Autowired
    List<Ledger> ledgers;

    @Autowired
    List<Register<?>> registers;

    OwnViews views;
    Projector projector;

    @BeforeEach
    void fresh() {
        views = new OwnViews(tracks, ledgers, registers);
        projector = views.projector(true);
    }

    static List<ProducerRecord<byte[], byte[]>> events(ModelEvent... events) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int i = 0; i < events.length; i++) {
            records.add(Publisher.event(events[i], i + 1, Lives.NOON));
        }
        return records;
    }

    static List<ProducerRecord<byte[], byte[]>> life() {
        return events(
                ModelLives.uploaded(ONE, "first"),
                new ModelPromoted("m", Alias.CHAMPION, 1, null, "x", "bob"),
                ModelLives.uploaded(TWO, null),
                new ModelPromoted("m", Alias.CHALLENGER, 2, null, "x", null),
                new ModelPromoted("m", Alias.CHAMPION, 2, 1, "x", "bob"),
                ModelLives.uploaded(THREE, null),
                new ModelPromoted("m", Alias.CHALLENGER, 3, null, "x", null),
                new ModelRolledBack("m", 1, 2, "x"),
                new ModelRetired("m", 2, "x"),
                new ModelChallengerDismissed("m", 3, "x"));
    }

    static ModelDeployment deployment(long revision) {
        return ModelLives.deployment("m", revision, revision % 2 == 0 ? ONE : TWO, revision % 3 == 0 ? THREE : null);
    }

    static ClientScore shadow(ModelArtefact by, String client, int number, double probability) {
        return ModelLives.score(by, Lives.score(client, number, number, 0.5, null), probability);
    }

    Map<String, Object> model() {
        return views.jdbc.queryForMap("select * from model_view");
    }
}
