package de.stadtforum.local;

/// Where the parts listen: their usual ports, or nine in a row from a given one; each further replica of a service ten above the one before.
record Ports(
        int gateway,
        int membership,
        int session,
        int lab,
        int reporting,
        int broker,
        int controller,
        int store,
        int login) {
    private static final int BETWEEN_REPLICAS = 10;
    static final Ports USUAL = new Ports(8080, 8081, 8082, 8083, 8084, 9092, 9093, 27017, 8085);

    static Ports from(int first) {
        return new Ports(
                first, first + 1, first + 2, first + 3, first + 4, first + 5, first + 6, first + 7,
                first + 8);
    }

    /// Any that are free now: for a run that nobody looks at.
    static Ports free() {
        var some = Port.free(9);
        return new Ports(
                some.get(0),
                some.get(1),
                some.get(2),
                some.get(3),
                some.get(4),
                some.get(5),
                some.get(6),
                some.get(7),
                some.get(8));
    }

    int of(Service service) {
        return switch (service) {
            case GATEWAY -> gateway;
            case MEMBERSHIP -> membership;
            case SESSION -> session;
            case LAB -> lab;
            case REPORTING -> reporting;
            case LOGIN -> login;
        };
    }

    /// @param replica from 1
    int of(Service service, int replica) {
        return of(service) + BETWEEN_REPLICAS * (replica - 1);
    }
}
