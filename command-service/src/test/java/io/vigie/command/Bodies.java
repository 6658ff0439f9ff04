package io.vigie.command;

/** Request bodies that are fine. */
final class Bodies {

    private Bodies() {}

    static String client(String id) {
        return """
                {"clientId":"%s","name":"Jane Doe","company":"Doe & Sons","location":"12 Elm St, Wheeling, WV 26003",
                "age":38,"onboardedOn":"2016-06-29","years":6.67,"totalPurchase":12884.75,"numSites":12}""".formatted(id);
    }

    static String client(String id, String manager) {
        return client(id).replace("\"numSites\":12", "\"numSites\":12,\"accountManagerId\":\"" + manager + "\"");
    }

    static String manager(String id, int capacity) {
        return "{\"accountManagerId\":\"" + id + "\",\"name\":\"Mo\",\"capacity\":" + capacity + "}";
    }

    static String assign(String manager) {
        return "{\"accountManagerId\":\"" + manager + "\"}";
    }
}
