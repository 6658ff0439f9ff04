package io.vigie.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigie.command.testing.Answer;
import io.vigie.command.testing.ModelDocuments;
import io.vigie.command.testing.RunningService;
import io.vigie.command.testing.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Documents that come slowly, over connections of their own. */
class SlowUploadsIT {

    private static final String PATH = "/api/models/slow/versions";
    private static final int SENDERS = 4;

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.onNewDatabase();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void givenBodiesThatComeSlowly_whenAnotherDocumentComes_thenItIsCheckedAtOnceAndTheyToo() throws Exception {
        List<Socket> senders = new ArrayList<>();
        try {
            long filesBefore = files();
            for (int sender = 0; sender < SENDERS; sender++) {
                senders.add(begun(document(sender)));
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> files() == filesBefore + SENDERS);

            Answer other = service.sendAs(
                    "application/xml",
                    "POST",
                    PATH,
                    ModelDocuments.line("other").getBytes(UTF_8));

            assertThat(other.status()).as(other.toString()).isEqualTo(201);
            for (int sender = 0; sender < SENDERS; sender++) {
                String document = document(sender);
                send(senders.get(sender), document.substring(document.length() / 2));
                assertThat(statusLine(senders.get(sender))).startsWith("HTTP/1.1 201");
            }
            assertThat(files()).isEqualTo(filesBefore);
        } finally {
            for (Socket sender : senders) {
                sender.close();
            }
        }
    }

    @Test
    void givenASenderThatGivesUp_whenItIsGone_thenNothingIsLeftOfItsDocument() throws Exception {
        long filesBefore = files();
        Socket sender = begun(document(9));
        await().atMost(Duration.ofSeconds(20)).until(() -> files() == filesBefore + 1);

        sender.close();

        await().atMost(Duration.ofSeconds(20)).until(() -> files() == filesBefore);
    }

    private static String document(int sender) {
        return ModelDocuments.line("slow" + sender);
    }

    /** A request of which half of the body was sent. */
    private static Socket begun(String document) throws IOException {
        Socket socket = new Socket("127.0.0.1", service.port());
        socket.setSoTimeout(30_000);
        send(
                socket,
                "POST " + PATH + " HTTP/1.1\r\nHost: 127.0.0.1:" + service.port() + "\r\nAuthorization: "
                        + Tokens.forPath(PATH) + "\r\nIdempotency-Key: " + document.hashCode()
                        + "\r\nContent-Type: application/xml\r\nContent-Length: " + document.length() + "\r\n\r\n"
                        + document.substring(0, document.length() / 2));
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
        socket.getOutputStream().flush();
    }

    private static String statusLine(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int letter = socket.getInputStream().read();
                letter > '\n';
                letter = socket.getInputStream().read()) {
            line.append((char) letter);
        }
        return line.toString();
    }

    private static long files() {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(file -> file.getFileName().toString().startsWith("vigie-upload-"))
                    .count();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
