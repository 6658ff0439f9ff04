package io.vigie.standalone.edge;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Lets only requests in whose address means the same to everybody behind it, and whose body has a bearable length. */
final class Gate extends Handler.Wrapper {

    private static final long MEGABYTE = 1024L * 1024;

    private static final long LARGEST_BODY = 8 * MEGABYTE;

    /** More than any service takes, so that the service's own limit answers first. */
    private static final Map<Pattern, Long> LARGER = Map.of(
            Pattern.compile("/api/imports/.*"), 256 * MEGABYTE,
            Pattern.compile("/api/models/[^/]+/versions/[^/]+/evaluations"), 256 * MEGABYTE,
            Pattern.compile("/api/models/[^/]+/versions"), 32 * MEGABYTE);

    private static final Pattern AMBIGUOUS =
            Pattern.compile(";|//|\\\\|(^|/)\\.{1,2}(/|$)|%2f|%5c|%3b|%2e|%25|%[01][0-9a-f]|%7f");

    Gate(Handler inside) {
        super(inside);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        SafeHeaders.put(request, response);
        String path = request.getHttpURI().getPath();
        if (path == null || AMBIGUOUS.matcher(path.toLowerCase(Locale.ROOT)).find() || !isText(path)) {
            EdgeProblem.badAddress().write(response, callback);
            return true;
        }
        if (request.getLength() > LARGEST_BODY && request.getLength() > largest(path)) {
            refuseAndDrain(request, response, callback);
            return true;
        }
        return super.handle(request, response, callback);
    }

    private static long largest(String path) {
        return LARGER.entrySet().stream()
                .filter(larger -> larger.getKey().matcher(path).matches())
                .mapToLong(Map.Entry::getValue)
                .findFirst()
                .orElse(LARGEST_BODY);
    }

    /** Who still sends when the connection closes never sees the answer: so what is refused is read to its end. */
    private static void refuseAndDrain(Request request, Response response, Callback callback) {
        boolean waits = request.getHeaders().contains(HttpHeader.EXPECT, "100-continue");
        EdgeProblem.of(413)
                .write(
                        response,
                        waits
                                ? callback
                                : Callback.from(() -> Content.Source.consumeAll(request, callback), callback::failed));
    }

    private static boolean isText(String path) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets(path)));
            return true;
        } catch (CharacterCodingException | IllegalArgumentException broken) {
            return false;
        }
    }

    private static byte[] octets(String path) {
        byte[] octets = new byte[path.length()];
        int length = 0;
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) == '%') {
                octets[length++] = (byte) Integer.parseInt(path, i + 1, i + 3, 16);
                i += 2;
            } else {
                octets[length++] = (byte) path.charAt(i);
            }
        }
        return Arrays.copyOf(octets, length);
    }
}
