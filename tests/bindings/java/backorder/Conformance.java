package backorder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Runs a plan: every step of a case is asked and its answer compared. */
final class Conformance {
    interface Case {
        void run() throws Exception;
    }

    private final Map<String, Backorder> handles;
    private final Map<String, Object> plan;
    private final Map<String, Object> kept = new HashMap<>();

    private Conformance(Map<String, Object> plan, Map<String, Backorder> handles) {
        this.plan = plan;
        this.handles = handles;
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    static <Item> List<Item> list(Object value) {
        return value == null ? List.of() : (List<Item>) value;
    }

    /** 64-bit integers and kept texts in a request or an expectation. */
    private Object nativeValue(Object value) {
        if (value instanceof Map<?, ?> members) {
            if (members.keySet().equals(java.util.Set.of("int64"))) {
                return Long.valueOf((String) members.get("int64"));
            }
            Map<String, Object> made = new LinkedHashMap<>();
            members.forEach((name, each) -> made.put((String) name, nativeValue(each)));
            return made;
        }
        if (value instanceof List<?> values) {
            return values.stream().map(this::nativeValue).collect(Collectors.toList());
        }
        return kept.getOrDefault(value, value);
    }

    private Call callOf(Map<String, Object> step) {
        Map<String, Object> actor = map(step.get("as"));
        Permission[] permissions = list(actor.get("permissions")).stream().map(name -> Permission.valueOf((String) name)).toArray(Permission[]::new);
        Role role = Role.valueOf(((String) actor.get("role")).toUpperCase(Locale.ROOT));
        return new Call((String) plan.get("marketplace"), role, (String) actor.get("seller"), java.util.Set.of(permissions), "",
            (String) step.get("key"), "", Duration.ofMillis((Long) step.get("timeout_ms")), null);
    }

    private Result ask(Map<String, Object> step) {
        Backorder handle = handles.get(step.get("handle"));
        Map<String, Object> request = map(nativeValue(step.get("request")));
        String operation = (String) step.get("call");
        return "json".equals(plan.get("door")) ? handle.json(callOf(step), operation, request)
            : new Typed(handle, callOf(step), request).ask(operation);
    }

    /** The first member that is not as wanted, or null. */
    private static String differs(Map<String, Object> wanted, Map<String, Object> found) {
        for (Map.Entry<String, Object> each : wanted.entrySet()) {
            if (!Objects.equals(each.getValue(), found.get(each.getKey()))) {
                return each.getKey() + " is " + found.get(each.getKey()) + ", not " + each.getValue();
            }
        }
        return null;
    }

    private static void checkRows(String what, List<Map<String, Object>> wanted, List<Map<String, Object>> found) {
        require(wanted.size() == found.size(), what + " has " + found.size() + " rows, not " + wanted.size());
        for (int row = 0; row < wanted.size(); row++) {
            String why = differs(wanted.get(row), found.get(row));
            require(why == null, what + "[" + row + "]." + why);
        }
    }

    private static void checkResult(Map<String, Object> expect, Result result) {
        map(expect.get("rows")).forEach((table, wanted) -> checkRows(table, list(wanted), result.rows(Table.named(table))));
        map(expect.get("counts")).forEach((table, wanted) ->
            require(Long.valueOf(result.count(Table.named(table))).equals(wanted), table + " has " + result.count(Table.named(table)) + " rows"));
        map(expect.get("last")).forEach((table, wanted) -> {
            List<Map<String, Object>> found = result.rows(Table.named(table));
            checkRows("the end of " + table, List.of(map(wanted)), found.subList(Math.max(0, found.size() - 1), found.size()));
        });
        map(expect.get("has")).forEach((table, all) -> Conformance.<Map<String, Object>>list(all).forEach(wanted ->
            require(result.rows(Table.named(table)).stream().anyMatch(row -> differs(wanted, row) == null), table + " has no " + wanted)));
        require(expect.getOrDefault("replayed", result.replayed()).equals(result.replayed()), "replayed is " + result.replayed());
    }

    private void runStep(Map<String, Object> step) {
        Map<String, Object> expect = map(nativeValue(step.get("expect")));
        Result result;
        BackorderException error = null;
        try {
            result = ask(step);
        } catch (BackorderException refused) {
            error = refused;
            result = refused.result();
        }
        Status status = error == null ? result.status() : error.status();
        require(status.name().equals(expect.get("status")), status + ", not " + expect.get("status") + ": " + error);
        if (expect.containsKey("details")) {
            checkRows("details", list(expect.get("details")), error.details());
        }
        require(!expect.containsKey("retry") || error.retry().name().equals(expect.get("retry")), "retry is not as told");
        if (result == null) {
            require(List.of("rows", "counts", "last", "has", "replayed").stream().noneMatch(expect::containsKey), "no result");
        } else {
            checkResult(expect, result);
        }
        for (Map.Entry<String, Object> each : map(step.get("keep")).entrySet()) {
            List<String> from = list(each.getValue());
            kept.put("$" + each.getKey(), result.rows(Table.named(from.get(0))).get(0).get(from.get(1)));
        }
    }

    private void run() {
        List<Map<String, Object>> steps = list(plan.get("steps"));
        for (int number = 0; number < steps.size(); number++) {
            try {
                runStep(steps.get(number));
            } catch (RuntimeException problem) {
                throw new IllegalStateException("step " + number + ", " + steps.get(number).get("call") + ": " + problem, problem);
            }
        }
    }

    private static void report(String name, Case each) {
        try {
            each.run();
            System.out.println("ok " + name);
        } catch (Exception | LinkageError problem) {
            System.out.println("not ok " + name + ": " + problem.toString().replace('\n', ' '));
        }
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, Object> whole = map(Json.parse(Files.readString(Path.of(arguments[0]))));
        Map<String, Backorder> handles = new HashMap<>();
        map(whole.get("handles")).forEach((name, url) -> handles.put(name, Backorder.open((String) url, Map.of("migrate", name.equals("shop")))));
        for (Map<String, Object> each : Conformance.<Map<String, Object>>list(whole.get("cases"))) {
            report((String) each.get("name"), () -> new Conformance(each, handles).run());
        }
        CodeCases cases = new CodeCases(handles, map(whole.get("handles")), map(whole.get("libraries")));
        for (String name : Conformance.<String>list(whole.get("code"))) {
            report(name, cases.named(name));
        }
        handles.values().forEach(Backorder::close);
    }
}
