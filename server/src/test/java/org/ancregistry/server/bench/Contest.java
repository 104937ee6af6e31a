package org.ancregistry.server.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One act, done by the registry and by its rivals in turns, so that whatever else the machine does meets them all alike.
 */
record Contest(String name, Side ours, List<Rival> rivals) {

    Contest {
        rivals = List.copyOf(rivals);
    }

    /** One measured row for each side at each number of clients. */
    List<Row> run(Load load, Pace pace) {
        var most = pace.clients().get(pace.clients().size() - 1);
        sides().forEach(side -> load.run(side, most, pace.warmUp()));
        return pace.clients().stream()
                .flatMap(clients -> rows(clients, turns(load, pace, clients)).stream())
                .toList();
    }

    private Stream<Side> sides() {
        return Stream.concat(Stream.of(ours), rivals.stream().map(Rival::side));
    }

    private Map<Side, List<Turn>> turns(Load load, Pace pace, int clients) {
        var turns = new LinkedHashMap<Side, List<Turn>>();
        for (var turn = 0; turn < pace.turns(); turn++) {
            sides().forEach(side ->
                    turns.computeIfAbsent(side, first -> new ArrayList<>()).add(load.run(side, clients, pace.turn())));
        }
        return turns;
    }

    private List<Row> rows(int clients, Map<Side, List<Turn>> turns) {
        var mine = new Tally(turns.getOrDefault(ours, List.of()));
        var rows = new ArrayList<Row>();
        rows.add(new Row(name, clients, ours.name(), mine, ""));
        for (var rival : rivals) {
            var theirs = new Tally(turns.getOrDefault(rival.side(), List.of()));
            rows.add(new Row(
                    name, clients, rival.side().name(), theirs, rival.goal().judge(mine, theirs)));
        }
        return rows;
    }
}
