package io.vigie.command.uploadmodel;

import static io.vigie.command.testing.ModelFixture.after;
import static io.vigie.command.testing.ModelFixture.retired;
import static io.vigie.command.testing.ModelFixture.uploaded;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.command.model.ModelState;
import io.vigie.command.modelregistry.ModelDocument;
import io.vigie.command.uploadmodel.UploadModel.Description;
import io.vigie.contracts.model.ModelEvent.ModelUploaded;
import java.util.List;
import org.junit.jupiter.api.Test;

class UploadingModelTest {

    @Test
    void givenNoModel_whenUploaded_thenVersionOne() {
        assertThat(UploadingModel.decide(upload("sha"), ModelState.NONE))
                .containsExactly(new ModelUploaded("m", 1, "sha", 3, "TreeModel", List.of("a", "b"), "said"));
    }

    @Test
    void givenVersions_whenAnotherIsUploaded_thenTheNextOne() {
        assertThat(UploadingModel.decide(upload("sha"), after(uploaded(1), uploaded(2), retired(2))))
                .singleElement()
                .hasFieldOrPropertyWithValue("version", 3);
    }

    @Test
    void givenTheSameDocument_whenUploadedAgain_thenNothing() {
        assertThat(UploadingModel.decide(upload("sha-1"), after(uploaded(1), uploaded(2))))
                .isEmpty();
    }

    private static UploadModel upload(String sha256) {
        return new UploadModel(
                new ModelDocument("m", sha256, new byte[3], "{}", null),
                new Description("TreeModel", List.of("a", "b")),
                "said");
    }
}
