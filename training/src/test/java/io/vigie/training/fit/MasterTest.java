package io.vigie.training.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.training.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterTest {

    private static final Duration SOON = Duration.ofSeconds(2);

    @ParameterizedTest
    @ValueSource(strings = {"local", "local[*]", "local[2]", "local[4,3]"})
    void givenThisMachine_whenParsed_thenNobodyIsAsked(String url) {
        Master master = Master.parse(url);

        assertThat(master.isCluster()).isFalse();
        assertThat(master.url()).isEqualTo(url);
        assertThat(master.reach(SOON).isLoopbackAddress()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"spark://host:7077", "spark://10.0.0.1:7077,10.0.0.2:7077", "spark://[::1]:7077"})
    void givenACluster_whenParsed_thenItIsOne(String url) {
        assertThat(Master.parse(url).isCluster()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mars",
                "yarn",
                "local[0]",
                "local[]",
                "local-cluster[1,1,1024]",
                "k8s://https://host:6443",
                "spark://host",
                "spark://:7077",
                "spark://host:0",
                "spark://host:65536",
                "spark://host:7077/",
                "spark://host:7077,",
                "http://host:8080"
            })
    void givenSomethingElse_whenParsed_thenTheMessageSaysWhatIsTaken(String url) {
        assertThatThrownBy(() -> Master.parse(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("takes local, local[N], local[*] or spark://HOST:PORT");
    }

    @Test
    void givenOneOfTwoMasters_whenReached_thenTheAddressIsTheOneOfItsNetwork() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Master master = Master.parse("spark://127.0.0.1:1,127.0.0.1:" + listening.getLocalPort());

            assertThat(master.reach(SOON)).isEqualTo(InetAddress.getByName("127.0.0.1"));
        }
    }

    @Test
    void givenNobody_whenReached_thenRefusedWithEveryReason() {
        assertThatThrownBy(() ->
                        Master.parse("spark://127.0.0.1:1,no.invalid:7077").reach(SOON))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("127.0.0.1:1,no.invalid:7077")
                .hasMessageContaining("; no.invalid is unknown)");
    }
}
