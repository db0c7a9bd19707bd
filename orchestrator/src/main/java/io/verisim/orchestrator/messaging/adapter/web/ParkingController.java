package io.verisim.orchestrator.messaging.adapter.web;

import io.verisim.orchestrator.messaging.ParkedMessage;
import io.verisim.orchestrator.messaging.Parking;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Shows, replays and discards what was parked. */
@RestController
@RequestMapping("/api/v1/parked")
public final class ParkingController {

    private final Parking parking;

    public ParkingController(Parking parking) {
        this.parking = parking;
    }

    @GetMapping
    Map<String, List<ParkedMessage>> all() {
        return Map.of("parked", parking.list());
    }

    @PostMapping("/{id}/replay")
    Map<String, String> replay(@PathVariable String id) {
        return done(parking.replay(id), id, "replayed");
    }

    @DeleteMapping("/{id}")
    Map<String, String> discard(@PathVariable String id) {
        return done(parking.discard(id), id, "discarded");
    }

    private static Map<String, String> done(boolean found, String id, String what) {
        if (!found) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No message '" + id + "' is parked.");
        }
        return Map.of("id", id, "status", what);
    }
}
