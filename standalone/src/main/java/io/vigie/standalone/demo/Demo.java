package io.vigie.standalone.demo;

import io.vigie.standalone.Refusal;
import io.vigie.standalone.Target;
import io.vigie.standalone.api.Api;
import io.vigie.standalone.api.Query;
import io.vigie.standalone.api.Role;
import io.vigie.standalone.clients.ClientRows;
import io.vigie.standalone.output.OutputFormat;
import io.vigie.standalone.output.OutputFormat.Format;
import io.vigie.standalone.supervisor.DataFolder;
import io.vigie.standalone.up.Launch;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code vigie demo}: the whole system at work on generated clients. */
@Command(
        name = "demo",
        description = "Starts everything, registers 500 generated clients and lets them act for a minute.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Prints the ten clients most at risk and leaves the system up. A second demo adds no clients.",
            "",
            "Examples:",
            "  vigie demo",
            "  vigie demo --seconds 10 --data /tmp/two --port 8081"
        })
public final class Demo implements Callable<Integer> {

    private static final int CLIENTS = 500;

    @Mixin
    private Target target;

    @Mixin
    private OutputFormat output;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "How long the clients act, 0 to 86400 (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (seconds < 0 || seconds > 86_400) {
            throw new Refusal("--seconds takes a number from 0 to 86400.", 2, null);
        }
        PrintWriter err = spec.commandLine().getErr();
        Api api = started(err);
        Clock clock = Clock.systemUTC();
        Latest latest = new Latest();
        Registering registering = new Registering(api, latest);
        registering.managers();
        List<ObjectNode> clients =
                new GeneratedClients(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)).first(CLIENTS);
        int added = registering.clients(clients);
        err.println(added == CLIENTS ? added + " clients registered" : added + " clients added, the others were there");
        Map<Acting.Act, Integer> acts = new Acting(api, latest, clock, clients).forAWhile(Duration.ofSeconds(seconds));
        err.printf(
                "%d purchases, %d site changes, %d assignments, %d departures%n",
                acts.getOrDefault(Acting.Act.PURCHASE, 0),
                acts.getOrDefault(Acting.Act.SITES, 0),
                acts.getOrDefault(Acting.Act.ASSIGNMENT, 0),
                acts.getOrDefault(Acting.Act.DEPARTURE, 0));
        show(api, latest);
        return 0;
    }

    private Api started(PrintWriter err) throws Exception {
        DataFolder folder = new DataFolder(target.data());
        if (!Launch.isUp(folder)) {
            new Launch(folder, target.port(), err).untilReady();
        }
        Api api = new Api(target, Role.AGENCY_MANAGER);
        long patience = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!api.isHealthy()) {
            if (System.nanoTime() > patience) {
                throw new Refusal("Vigie doesn't become ready; see ./vigie status and ./vigie logs.");
            }
            Thread.sleep(500);
        }
        return api;
    }

    private void show(Api api, Latest latest) {
        Query covered = Query.none().with("consistencyToken", latest.token());
        api.get("/api/summary", latest.token() == null ? covered : covered.with("await", "score"));
        List<JsonNode> riskiest = api.items("/api/clients", Query.none().with("status", "active"), 10);
        PrintWriter out = spec.commandLine().getOut();
        boolean table = output.format() == Format.TABLE;
        if (table) {
            out.println("The ten clients most at risk (risk in per cent; behind each reason its share in points):");
            out.println();
        }
        ClientRows.print(out, output.format(), riskiest);
        PrintWriter where = table ? out : spec.commandLine().getErr();
        String options = options();
        where.println();
        where.println("Look at " + api.address() + "/ and the API at " + api.address() + "/api/docs, or try:");
        where.println("  ./vigie client "
                + riskiest.stream()
                        .findFirst()
                        .map(client -> client.path("clientId").asString(""))
                        .orElse("demo-0001") + options);
        where.println("  ./vigie clients --band high --unassigned" + options);
        where.println("  ./vigie managers" + options);
        where.println("  ./vigie events tail --follow" + options);
        where.println("  ./vigie down" + options);
        where.flush();
    }

    private String options() {
        String data = spec.commandLine().getParseResult().hasMatchedOption("--data") ? " --data " + target.data() : "";
        return data + (target.port() == 8080 ? "" : " --port " + target.port());
    }
}
